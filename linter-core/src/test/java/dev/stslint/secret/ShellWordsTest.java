package dev.stslint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellWordsTest {

    @Test
    void cutsAtSeparatorsAndBlanks() {
        assertThat(ShellWords.textsOf("cd /x && rm -f lock; exec mongod --replSet rs0 | tee log"))
                .containsExactly(
                        List.of("cd", "/x"),
                        List.of("rm", "-f", "lock"),
                        List.of("exec", "mongod", "--replSet", "rs0"),
                        List.of("tee", "log"));
    }

    @Test
    void takesQuotesOffAndKeepsEmptyWords() {
        assertThat(ShellWords.textsOf("redis-server --save \"\" --dir '/my data' a\"b c\"d"))
                .containsExactly(List.of("redis-server", "--save", "", "--dir", "/my data", "ab cd"));
    }

    @Test
    void joinsContinuedLines() {
        assertThat(ShellWords.textsOf("start-zookeeper \\\n  --servers=3 \\\n  --data_dir=/d\n"))
                .containsExactly(List.of("start-zookeeper", "--servers=3", "--data_dir=/d"));
    }

    @Test
    void readsLinesThatEndWithCarriageReturns() {
        assertThat(ShellWords.textsOf("mongod --port 1\r\nsleep 5\r\n"))
                .containsExactly(List.of("mongod", "--port", "1"), List.of("sleep", "5"));
    }

    @Test
    void keepsExpansionsWhole() {
        assertThat(ShellWords.textsOf("mongod --host $(hostname -f) --dbpath ${DIR:-/data db}"))
                .containsExactly(List.of("mongod", "--host", "$(hostname -f)", "--dbpath", "${DIR:-/data db}"));
    }

    @Test
    void leavesCommentsOut() {
        assertThat(ShellWords.textsOf("# mongod --replSet rs0\nmongod --port 1 # --replSet rs0\necho a#b"))
                .containsExactly(List.of("mongod", "--port", "1"), List.of("echo", "a#b"));
    }

    @Test
    void survivesWhatIsBroken() {
        assertThat(ShellWords.textsOf("")).isEmpty();
        assertThat(ShellWords.textsOf("echo 'open")).containsExactly(List.of("echo", "open"));
        assertThat(ShellWords.textsOf("echo \\")).containsExactly(List.of("echo", "\\"));
        assertThat(ShellWords.textsOf("# only")).isEmpty();
    }
}
