package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellScriptTest {

    @Test
    void cutsAtSeparatorsAndBlanks() {
        assertThat(ShellScript.commandsOf("cd /x && rm -f lock; exec mongod --replSet rs0 | tee log"))
                .containsExactly(
                        List.of("cd", "/x"),
                        List.of("rm", "-f", "lock"),
                        List.of("exec", "mongod", "--replSet", "rs0"),
                        List.of("tee", "log"));
    }

    @Test
    void takesQuotesOffAndKeepsEmptyWords() {
        assertThat(ShellScript.commandsOf("redis-server --save \"\" --dir '/my data' a\"b c\"d"))
                .containsExactly(List.of("redis-server", "--save", "", "--dir", "/my data", "ab cd"));
    }

    @Test
    void joinsContinuedLines() {
        assertThat(ShellScript.commandsOf("start-zookeeper \\\n  --servers=3 \\\n  --data_dir=/d\n"))
                .containsExactly(List.of("start-zookeeper", "--servers=3", "--data_dir=/d"));
    }

    @Test
    void leavesCommentsOut() {
        assertThat(ShellScript.commandsOf("# mongod --replSet rs0\nmongod --port 1 # --replSet rs0\necho a#b"))
                .containsExactly(List.of("mongod", "--port", "1"), List.of("echo", "a#b"));
    }

    @Test
    void survivesWhatIsBroken() {
        assertThat(ShellScript.commandsOf("")).isEmpty();
        assertThat(ShellScript.commandsOf("echo 'open")).containsExactly(List.of("echo", "open"));
        assertThat(ShellScript.commandsOf("echo \\")).containsExactly(List.of("echo", "\\"));
        assertThat(ShellScript.commandsOf("# only")).isEmpty();
    }
}
