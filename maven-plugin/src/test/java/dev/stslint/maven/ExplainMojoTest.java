package dev.stslint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainMojoTest {

    private final RecordingLog log = new RecordingLog();
    private final ExplainMojo mojo = new ExplainMojo();

    @BeforeEach
    void prepare() {
        mojo.setLog(log);
    }

    @Test
    void tellsWhatARuleChecks() throws Exception {
        mojo.rule = "unknown-governing-service";

        mojo.execute();

        assertThat(log.lines).startsWith("info: unknown-governing-service", "info: =========================");
        assertThat(log.lines).contains("info: - profile: recommended", "info: Why it matters");
    }

    @Test
    void listsTheRulesWithoutOne() throws Exception {
        mojo.execute();

        assertThat(log.lines.get(0)).startsWith("info: RULE ");
        assertThat(log.lines).anyMatch(line -> line.startsWith("info: unknown-governing-service "));
    }

    @Test
    void speaksOfGoals() {
        mojo.rule = "nothing-like-it-at-all";

        assertThatThrownBy(mojo::execute)
                .hasMessage("there is no rule `nothing-like-it-at-all`; `mvn stslint:explain` lists them");
    }

    @Test
    void namesTheNearestRule() {
        mojo.rule = "unknown-governing-servic";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("there is no rule `unknown-governing-servic`; did you mean `unknown-governing-service`?");
    }
}
