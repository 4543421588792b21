package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressLineTest {

    @Test
    @Timeout(10)
    void appearsWhenItTakesLongAndGoesAway() throws InterruptedException {
        StringWriter terminal = new StringWriter();
        try (ProgressLine line = ProgressLine.start(true, terminal, 5)) {
            while (terminal.getBuffer().isEmpty()) {
                Thread.sleep(5);
            }
            assertThat(line).isNotNull();
        }
        assertThat(terminal.toString()).startsWith("\rlinting ... 0 s").endsWith("\r\u001b[K");
    }

    @Test
    @Timeout(10)
    void staysAwayOtherwise() {
        StringWriter terminal = new StringWriter();
        ProgressLine.start(true, terminal, 60_000).close();
        ProgressLine.start(false, terminal, 1).close();

        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void isForTerminalsThatCanTakeItAwayAgain() {
        Path directory = Path.of("");

        assertThat(Run.in(directory).errorTerminal().environment().showsProgress())
                .isTrue();
        assertThat(Run.in(directory).outputTerminal().environment().showsProgress())
                .isFalse();
        assertThat(Run.in(directory)
                        .errorTerminal()
                        .variable("TERM", "dumb")
                        .environment()
                        .showsProgress())
                .isFalse();
    }
}
