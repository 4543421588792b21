package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageTagTest {

    @ParameterizedTest
    @CsvSource({
        "16,                           16",
        "16-alpine,                    16",
        "16.4,                         16.4",
        "14.7-alpine3.17,              14.7",
        "9.6.18,                       9.6.18",
        "8.0.36-debian-12-r3,          8.0.36",
        "v2.7,                         2.7",
        "v2.43.1,                      2.43.1",
        "7.17.3,                       7.17.3",
        "2.7-alpine,                   2.7",
        "3-core,                       3",
        "3.9-management,               3.9",
        "2019-latest,                  2019",
        "2019-CU27-ubuntu-20.04,       2019",
        "1.27.2-rootless,              1.27.2",
        "3.6.8-0,                      3.6.8",
        "2.13-2.5.0,                   2.13",
        "15.1.0.147,                   15.1.0.147",
        "16.1_build5,                  16.1",
        "10.11.6+maria,                10.11.6",
    })
    void readsTheVersionAtTheStart(String tag, String version) {
        assertThat(written(ImageTag.parse(tag))).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "latest",
        "alpine",
        "alpine3.20",
        "bookworm",
        "master-pg10",
        "vintage",
        "v",
        "RELEASE.2025-09-07T16-13-09Z",
        "20240101",
        "20240101-3f2a",
        "7f3a2c1",
        "9e107d9d372bb6826bd81d3542a419d6",
        "123456",
        "''",
    })
    void readsNothingFromNamesDatesAndHashes(String tag) {
        ImageTag read = ImageTag.parse(tag);

        assertThat(read.version()).isEmpty();
        assertThat(read.major()).isEmpty();
        assertThat(read.text()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "pg16,                 16",
        "0.8.0-pg17,           17",
        "2.17.2-pg16-oss,      16",
        "latest-pg14,          14",
        "pg16.4-ts2.17,        16.4",
        "0.8.0-pg17-trixie,    17",
    })
    void readsTheVersionBehindAWord(String tag, String version) {
        assertThat(written(ImageTag.parseBehind("pg", tag))).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({"2.17.2", "latest", "jpg16", "pg", "pgvector-16"})
    void readsNothingWhereTheWordIsMissing(String tag) {
        assertThat(ImageTag.parseBehind("pg", tag).version()).isEmpty();
    }

    @Test
    void majorIsTheFirstNumber() {
        assertThat(ImageTag.parse("8.0.36").major()).hasValue(8);
        assertThat(ImageTag.parse("8.0.36").version()).isEqualTo(List.of(8, 0, 36));
    }

    private static String written(ImageTag tag) {
        return tag.version().stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
