package dev.stslint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the walk with {@code git check-ignore} over generated ignore files. {@code -Dstslint.gitignore.rounds} and
 * {@code -Dstslint.gitignore.seed} widen the search.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "most of the names are impossible there")
class GitIgnoreTest {

    private static final int ROUNDS = Integer.getInteger("stslint.gitignore.rounds", 60);
    private static final long SEED = Long.getLong("stslint.gitignore.seed", 1);

    private static final List<String> DIRECTORIES = List.of("a", "b", "ab", "a b", "foo", "a[b");
    private static final List<String> NAMES = List.of(
            "a.yaml",
            "b.yaml",
            "ab.yaml",
            "foo.yaml",
            "a b.yaml",
            "#a.yaml",
            "!b.yaml",
            "a\\b.yaml",
            "x[ab].yml",
            "7-].json");
    private static final List<String> TOKENS = List.of(
            "a",
            "b",
            "ab",
            "foo",
            "*",
            "*",
            "**",
            "**",
            "/",
            "/",
            "/",
            "**/",
            "/**",
            "/**/",
            "?",
            "[ab]",
            "[!a]",
            "[^b]",
            "[a-f]",
            "[[:alpha:]]",
            "[]a]",
            "[",
            "]",
            "-",
            "\\",
            "\\ ",
            " ",
            "#",
            ".yaml",
            "*.yaml",
            ".*",
            "a.yaml",
            "!");

    @TempDir
    static Path directory;

    @BeforeAll
    static void startRepository() throws Exception {
        assumeTrue(hasGit(), "git is not installed");
        git("", "init", "--quiet", ".");
        for (String first : DIRECTORIES) {
            for (String second : DIRECTORIES) {
                Path below = Files.createDirectories(directory.resolve(first).resolve(second));
                for (String name : NAMES) {
                    Files.writeString(below.resolve(name), "");
                }
            }
            for (String name : NAMES) {
                Files.writeString(directory.resolve(first).resolve(name), "");
            }
        }
        for (String name : NAMES) {
            Files.writeString(directory.resolve(name), "");
        }
    }

    @Test
    void agreesWithGit() throws Exception {
        Set<String> all = paths();
        assertThat(all).hasSizeGreaterThan(400);
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED * 1_000_003 + round);
            List<Path> written = writeIgnoreFiles(random);
            Set<String> kept = paths();
            Set<String> keptByGit = new TreeSet<>(all);
            for (String path : git(String.join("\0", all), "check-ignore", "--no-index", "-z", "--stdin")
                    .split("\0", -1)) {
                keptByGit.remove(path);
            }
            StringBuilder story = new StringBuilder("round " + round);
            for (Path file : written) {
                story.append('\n')
                        .append(directory.relativize(file))
                        .append(":\n")
                        .append(Files.readString(file));
            }
            assertThat(kept).as(story.toString()).isEqualTo(keptByGit);
            for (Path file : written) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> writeIgnoreFiles(Random random) throws IOException {
        List<Path> written = new ArrayList<>();
        written.add(write(random, directory.resolve(".gitignore"), 5));
        if (random.nextInt(3) == 0) {
            written.add(write(random, directory.resolve(".git/info/exclude"), 2));
        }
        if (random.nextInt(2) == 0) {
            written.add(
                    write(random, directory.resolve(one(random, DIRECTORIES)).resolve(".gitignore"), 3));
        }
        if (random.nextInt(2) == 0) {
            Path below = directory.resolve(one(random, DIRECTORIES)).resolve(one(random, DIRECTORIES));
            written.add(write(random, below.resolve(".gitignore"), 2));
        }
        return written;
    }

    private static Path write(Random random, Path file, int most) throws IOException {
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
        for (int i = random.nextInt(most); i >= 0; i--) {
            if (random.nextInt(3) == 0) {
                text.append('!');
            }
            for (int j = random.nextInt(6); j >= 0; j--) {
                text.append(one(random, TOKENS));
            }
            text.append(random.nextInt(4) == 0 ? "/" : "").append(random.nextInt(6) == 0 ? "\r\n" : "\n");
        }
        return Files.writeString(file, text);
    }

    private static String one(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        for (DiscoveredFile file :
                new SourceDiscovery(directory).discover(List.of(".")).files()) {
            paths.add(file.path());
        }
        return paths;
    }

    private static boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        }
    }

    private static String git(String input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        Thread writer = new Thread(() -> {
            try (OutputStream stream = process.getOutputStream()) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The process has ended; what it said is judged by the caller.
            }
        });
        writer.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
