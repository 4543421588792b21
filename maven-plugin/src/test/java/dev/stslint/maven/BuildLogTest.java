package dev.stslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class BuildLogTest {

    /** With -T the modules of a build write into one log. */
    @Test
    void keepsTogetherWhatBelongsTogether() throws InterruptedException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Thread other = new Thread(() -> new BuildLog(new SystemStreamLog() {
                    @Override
                    public void warn(CharSequence content) {
                        lines.add(content.toString());
                    }
                })
                .warn("b1\nb2"));

        new BuildLog(new SystemStreamLog() {
                    @Override
                    public void info(CharSequence content) {
                        lines.add(content.toString());
                        if (lines.size() == 1) {
                            other.start();
                            awaitEnd(other, 300);
                        }
                    }
                })
                .info("a1\na2");

        awaitEnd(other, 0);
        assertThat(lines).containsExactly("a1", "a2", "b1", "b2");
    }

    private static void awaitEnd(Thread thread, long atMost) {
        try {
            thread.join(atMost);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
