package dev.stslint.yaml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Reads arbitrary texts. Its committed inputs are the samples, and what it has found. */
final class YamlReaderFuzz {

    @FuzzTest(maxDuration = "10m")
    void read(byte[] bytes) {
        TreeInvariants.check(new String(bytes, StandardCharsets.UTF_8));
    }
}
