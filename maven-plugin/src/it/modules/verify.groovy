String log = new File(basedir, 'build.log').text
// Bound in the pom.xml: each module by itself.
assert log.contains('stslint found 1 error in 1 of 2 files (1 object; 1 document does not parse; 1 file read for reference only)')
assert new File(basedir, 'shop/target/stslint/junit.xml').exists()
assert log.contains('stslint found 1 error in 1 file (1 object)')
assert log.contains('--> shop/k8s/broken.yaml:3:10')
assert log.contains('--> store/src/main/kubernetes/pod.yaml:11:18')
assert new File(basedir, 'shop/target/stslint/stslint.sarif').exists()
assert new File(basedir, 'store/target/stslint/stslint.sarif').text.contains('"uri": "store/src/main/kubernetes/pod.yaml"')
assert new File(basedir, 'tools/target/stslint/stslint.sarif').text.contains('"results": []')
assert log.contains('repair 1 of them: mvn -pl :store stslint:fix')
assert log.contains('tools: no manifests')
// Called: all at once.
assert log.contains('what `shop` says of <failOn>, <format>, <kubernetes> is not obeyed: a goal that is called takes that from `modules`')
assert log.contains('stslint found 2 errors in 2 files (1 object; 1 document does not parse)')
assert new File(basedir, 'target/stslint/stslint.sarif').text.contains('"uri": "shop/k8s/broken.yaml"')
assert log.contains('store/src/main/kubernetes/pod.yaml:11:18: fixed[env-value-not-string]')
