package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "dev/**,           dev/a.yaml,              true",
        "dev/**,           dev/b/a.yaml,            true",
        "dev/**,           x/dev/a.yaml,            false",
        "dev,              dev/b/a.yaml,            true",
        "dev,              x/dev/a.yaml,            true",
        "dev/,             x/dev/a.yaml,            true",
        "dev,              developer/a.yaml,        false",
        "/dev,             dev/a.yaml,              true",
        "/dev,             x/dev/a.yaml,            false",
        "./dev,            dev/a.yaml,              true",
        "*.test.yaml,      a/b/db.test.yaml,        true",
        "*.test.yaml,      a/b/db.yaml,             false",
        "k8s/*.yaml,       k8s/a.yaml,              true",
        "k8s/*.yaml,       k8s/b/a.yaml,            false",
        "**/testdata/**,   testdata/a.yaml,         true",
        "**/testdata/**,   a/b/testdata/c/d.yaml,   true",
        "**/testdata/**,   a/b/testdata.yaml,       false",
        "k8s/d?,           k8s/db/a.yaml,           true",
        "**,               a.yaml,                  true",
        "**,               ../outside.yaml,         false",
    })
    void matchAsGitDoes(String pattern, String path, boolean matches) {
        PathPatterns patterns = new PathPatterns(Path.of("/work"), Path.of("/work"), List.of(pattern));
        assertThat(patterns.match(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "a[,            its `[` has no `]`",
        "[!a,           its `[` has no `]`",
        "[]a,           its `[` has no `]`",
        "x/[a-,         its `[` has no `]`",
        "[[:word:]],    there is no such class of characters",
        "a\\,            nothing follows its last backslash",
        "'[]a]*[[:alpha:]-]?\\[', ''",
        "'**/[!a-z].yaml', ''",
    })
    void saysWhyOneCannotBeRead(String pattern, String fault) {
        assertThat(PathPatterns.fault(pattern).orElse("")).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "/work/app,     ../db/a.yaml, db,      true",
        "/work/app,     a.yaml,       app,     true",
        "/work/app,     a.yaml,       'app/*', true",
        "/,             work/db/x,    /db,     true",
        "/elsewhere,    /work/db/x,   /db,     true",
        "/elsewhere,    db/x,         /db,     false",
    })
    void startFromTheirOwnDirectory(String workingDirectory, String path, String pattern, boolean matches) {
        PathPatterns patterns = new PathPatterns(Path.of("/work"), Path.of(workingDirectory), List.of(pattern));
        assertThat(patterns.match(path)).isEqualTo(matches);
    }
}
