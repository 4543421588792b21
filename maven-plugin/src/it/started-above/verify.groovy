String log = new File(basedir, 'build.log').text
assert log.contains('in services/orders/k8s/pod.yaml')
assert log.contains('report: services/orders/target/stslint/stslint.sarif')
assert log.contains('repair 1 of them: mvn -f services/orders stslint:fix@own')
assert new File(basedir, 'services/orders/target/stslint/stslint.sarif').text.contains('"uri": "services/orders/k8s/pod.yaml"')
assert new File(basedir, 'services/orders/k8s/pod.yaml').text.contains('value: "true"')
assert !log.contains('NullPointerException')
