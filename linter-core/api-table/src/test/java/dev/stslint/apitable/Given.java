package dev.stslint.apitable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The clients that the build has fetched, and the facts beside them; read once. */
final class Given {

    static final int OLDEST = 31;
    static final int NEWEST = 36;
    static final Path TABLE = Path.of("../src/main/resources/dev/stslint/schema/api-table.txt");

    private static final Path CLIENTS = Path.of(System.getProperty("clientJava", "target/client-java"));

    static final List<ApiRelease> RELEASES = readReleases();
    static final Facts FACTS = readFacts();

    private Given() {}

    static ApiRelease newest() {
        return RELEASES.get(RELEASES.size() - 1);
    }

    private static List<ApiRelease> readReleases() {
        try {
            List<ApiRelease> releases = new ArrayList<>();
            for (int minor = OLDEST; minor <= NEWEST; minor++) {
                releases.add(ClientJar.read(minor, CLIENTS.resolve("1." + minor + ".jar")));
            }
            return List.copyOf(releases);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static Facts readFacts() {
        try {
            return Facts.read(Path.of("facts.txt"));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
