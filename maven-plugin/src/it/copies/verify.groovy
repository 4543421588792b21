// Once, and in what is deployed.
String log = new File(basedir, 'build.log').text
assert log.contains('stslint found 1 error in 1 file (1 object)')
assert log.contains('--> target/kubernetes/pod.yaml:11:18')
