String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] unknown-governing-service\n[INFO] ====')
assert log.contains('User property: stslint.unsafe')
