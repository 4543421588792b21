String log = new File(basedir, 'build.log').text
assert log.contains('--> shop/broken.yaml:3:10')
assert log.contains('report: target/stslint/stslint.sarif')
assert log.contains('= docs: mvn dev.stslint:stslint-maven-plugin:')
assert new File(basedir, 'target/stslint/stslint.sarif').exists()
assert !new File(basedir, '${project.basedir}').exists()
