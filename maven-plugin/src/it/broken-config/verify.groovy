String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] error[invalid-configuration]: there is no level `eror`; did you mean `error`?')
assert log.contains('[ERROR] 2 | failOn: eror')
assert log.contains('`stslint.yaml` has a mistake')
assert !log.contains('\tat dev.stslint')
