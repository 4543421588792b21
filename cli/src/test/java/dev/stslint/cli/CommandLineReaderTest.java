package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers, one language: what the quick one takes, it takes as picocli does; what picocli refuses, it leaves alone. */
class CommandLineReaderTest {

    private static final int LINES = 20_000;

    private static final List<String> OPERANDS =
            List.of("k8s", "a b.yaml", "-", "**/*.yaml", "@list", "${user.name}", "lint", "lints", "x=y", "\"quoted\"");

    private static final List<String> VALUES = List.of(
            "text",
            "sarif=out.sarif",
            "error",
            "a,b",
            "c=info",
            "1.31..1.36",
            "shop",
            "4",
            "lint",
            "x=y=z",
            "'q'",
            "${x}");

    private static final List<String> ODD_WORDS = List.of(
            "",
            "--",
            "---",
            "-x",
            "-ftext",
            "-fq",
            "-hV",
            "--help",
            "-h",
            "--version",
            "-V",
            "--formt",
            "--quiet=true",
            "--format=",
            "--format=-",
            "--changed=",
            "-f=",
            "-=",
            "=",
            "--fail-on=--quiet",
            "--no-quiet",
            "--Quiet",
            "help",
            "explain",
            "rules",
            "completion",
            "--format=\"text\"");

    @Test
    void readsWhatItTakesAsPicocliDoes() throws UsageException {
        Random random = new Random(20_26);
        int taken = 0;
        for (int i = 0; i < LINES; i++) {
            List<String> line = line(random, i % 2 == 0 ? 20 : 0);
            CommandLineWords words = CommandLineReader.readPlain(line);
            if (words != null) {
                taken++;
                assertThat(words).as("%s", line).isEqualTo(PicocliReader.read(line));
            }
        }
        assertThat(taken).isBetween(LINES / 2, LINES * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lint",
                "k8s",
                "lint k8s base.yaml",
                "-f concise lint k8s",
                "lint -f text -f sarif=target/stslint.sarif --fail-on=warning --jobs 2 k8s",
                "--kubernetes 1.31..1.36 --select storage,inline-secret --ignore=yaml --severity a=info --quiet -",
                "lint - --stdin-name chart.yaml --color never --no-progress --verbose",
                "--profile all --namespace shop lint . lint",
                "lint --changed k8s",
                "--changed=origin/main",
                "--changed --changed=v1 k8s --changed"
            })
    void takesEverydayLines(String line) throws UsageException {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));

        assertThat(CommandLineReader.readPlain(words)).isNotNull().isEqualTo(PicocliReader.read(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "lint -h",
                "--version",
                "help",
                "help lint",
                "explain inline-secret",
                "rules -f json",
                "completion bash",
                "lint -- k8s",
                "-ftext k8s",
                "--formt text",
                "--format",
                "k8s --jobs",
                "--format --quiet",
                "--jobs -1",
                "--format=",
                "--changed=",
                "--quiet=true",
                "-q"
            })
    void leavesTheRestToPicocli(String line) {
        assertThat(CommandLineReader.readPlain(List.of(line.split(" ")))).isNull();
    }

    /** @param odds in a hundred that a word is an odd one */
    private static List<String> line(Random random, int odds) {
        List<String> line = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            line.add("lint");
        }
        for (int words = random.nextInt(7); words > 0; words--) {
            if (random.nextInt(100) < odds) {
                line.add(random(ODD_WORDS, random));
            } else if (random.nextInt(3) == 0) {
                line.add(random(OPERANDS, random));
            } else {
                addOption(line, random);
            }
        }
        if (random.nextInt(8) == 0 && !line.isEmpty()) {
            line.remove(random.nextInt(line.size())); // half of a pair is gone, as often as not
        }
        return line;
    }

    private static void addOption(List<String> line, Random random) {
        Option option = random(Command.LINT.options(), random);
        if (option == Option.HELP) {
            return;
        }
        String name = random(option.names(), random);
        if (option.isFlag() || (option.hasOptionalValue() && random.nextBoolean())) {
            line.add(name);
        } else if (random.nextBoolean()) {
            line.add(name + "=" + random(VALUES, random));
        } else {
            line.add(name);
            line.add(random(VALUES, random));
        }
    }

    private static <T> T random(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
