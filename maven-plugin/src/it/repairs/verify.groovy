String log = new File(basedir, 'build.log').text
assert log.contains('repair 1 of them: mvn stslint:fix')
assert log.contains('[INFO] +          value: "true"   # a comment that stays')
assert log.contains('[INFO] 1 finding would be fixed in 1 file')
assert log.contains('[INFO] src/main/kubernetes/pod.yaml:11:18: fixed[env-value-not-string]')
assert log.contains('[INFO] 1 finding fixed in 1 file')
assert new File(basedir, 'src/main/kubernetes/pod.yaml').text.contains('value: "true"   # a comment that stays\n')
