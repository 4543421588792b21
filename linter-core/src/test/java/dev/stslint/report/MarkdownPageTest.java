package dev.stslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    private static final String PAGE = """
            # some-rule

            <!-- generated -->
            A **bold claim** about `spec.serviceName` that is long enough to be wrapped somewhere, see
            [the documentation](https://kubernetes.io/docs) and [other-rule](other-rule.md).

            ## Example
            ```yaml expect
            kind: Service   # `not` **styled**

              indented: true
            ```

            - one item that is long enough to be wrapped, so that its second line hangs under its first
              and goes on
            - two
              1. nested

              ```sh
              kubectl get pods
              ```

            | a | b |
            |---|---|

            > quoted text that is long enough to be wrapped into two lines of this narrow page
            > and goes on

            ### Minor
            the end""";

    @Test
    void isWrappedAndStructuredWithoutColors() {
        assertThat(MarkdownPage.render(PAGE, 50, Styling.PLAIN)).isEqualTo("""
                        some-rule
                        =========

                        A bold claim about `spec.serviceName` that is long
                        enough to be wrapped somewhere, see the
                        documentation (https://kubernetes.io/docs) and
                        other-rule.

                        Example
                        -------

                            kind: Service   # `not` **styled**

                              indented: true

                        - one item that is long enough to be wrapped, so
                          that its second line hangs under its first and
                          goes on
                        - two
                          1. nested

                              kubectl get pods

                        | a | b |
                        |---|---|

                          | quoted text that is long enough to be wrapped
                          | into two lines of this narrow page and goes on

                        Minor

                        the end
                        """);
    }

    @Test
    void stressesHeadingsCodeAndBoldTextInColors() {
        String page = MarkdownPage.render("## Head\ntext `a b` **c d**\n```\ncode\n```\n", 80, Styling.COLORED);

        assertThat(page.replace("\u001b[1m", "<b>").replace("\u001b[36m", "<c>").replace("\u001b[0m", "</>"))
                .isEqualTo("""
                        <b>Head</>

                        text <c>`a</> <c>b`</> <b>c</> <b>d</>

                            <c>code</>
                        """);
    }

    @Test
    void measuresWhatIsSeen() {
        assertThat(MarkdownPage.render("`aaaa` `bbbb`", 13, Styling.COLORED))
                .isEqualTo("\u001b[36m`aaaa`\u001b[0m \u001b[36m`bbbb`\u001b[0m\n");
        assertThat(MarkdownPage.render("`aaaa` `bbbb`", 12, Styling.PLAIN)).isEqualTo("`aaaa`\n`bbbb`\n");
    }

    @Test
    void leavesTextAloneThatOnlyLooksLikeMarkup() {
        assertThat(MarkdownPage.render("a[0] `[x](y)` #1 2.5 *.yaml", 80, Styling.PLAIN))
                .isEqualTo("a[0] `[x](y)` #1 2.5 *.yaml\n");
    }
}
