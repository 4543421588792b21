// The root of a repository, as far as it matters here.
assert new File(basedir, '.git').mkdirs()
