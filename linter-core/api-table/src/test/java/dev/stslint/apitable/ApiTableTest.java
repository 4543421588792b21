package dev.stslint.apitable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** The table that ships is what the clients and the facts make of it; {@code -Dupdate} writes it anew. */
final class ApiTableTest {

    private static final int MOST_BYTES_IN_JAR = 300_000;

    @Test
    void shipsAsItIsMade() throws IOException {
        String made = new ApiTable(Given.RELEASES, Given.FACTS).text();
        if (System.getProperty("update") != null) {
            Files.writeString(Given.TABLE, made);
        }
        assertThat(Files.readString(Given.TABLE))
                .as("%s (run ./mvnw verify -Dupdate to write it anew)", Given.TABLE.getFileName())
                .isEqualTo(made);
    }

    @Test
    void isPlainAsciiSoThatItStaysCompactInMemory() throws IOException {
        assertThat(Files.readString(Given.TABLE)).isASCII();
    }

    @Test
    void isSmallInTheJar() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(Files.readString(Given.TABLE).getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(packed.size()).isLessThan(MOST_BYTES_IN_JAR);
    }

    @Test
    void doesNotDependOnTheOrderInWhichJarsList() {
        assertThat(new ApiTable(Given.RELEASES, Given.FACTS).text())
                .isEqualTo(new ApiTable(Given.RELEASES, Given.FACTS).text());
    }

    @Test
    void neverRequiresWhatTheServerDoesNotMiss() throws IOException {
        assertThat(Files.readString(Given.TABLE)).doesNotContain(" serviceName!");
    }
}
