String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] no findings in 3 files (')
assert new File(basedir, 'target/stslint/stslint.sarif').text.contains('"results": []')
assert log.contains('[INFO] report: target/stslint/stslint.html')
assert new File(basedir, 'target/stslint/stslint.html').text.contains('</html>')
