assert new File(basedir, 'build.log').text.contains('[INFO] stslint is skipped')
assert !new File(basedir, 'target').exists()
