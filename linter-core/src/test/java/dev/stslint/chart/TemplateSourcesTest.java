package dev.stslint.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TemplateSourcesTest {

    @Test
    void tellsTheTemplateOfEachDocument() {
        String text =
                "---\n# Source: shop/templates/a.yaml\na: 1\n---\n# Source: shop/charts/db/templates/b.yaml\r\nb: 1\n";
        TemplateSources sources = TemplateSources.in(text);
        assertThat(sources.at(text.indexOf("a: 1"))).isEqualTo("shop/templates/a.yaml");
        assertThat(sources.at(text.indexOf("b: 1"))).isEqualTo("shop/charts/db/templates/b.yaml");
        assertThat(sources.at(0)).isEmpty();
    }

    @Test
    void isNotTakenInByCommentsThatPeopleWrite() {
        assertThat(TemplateSources.in("a: 1\n# Source: shop/templates/a.yaml\n").isEmpty())
                .isTrue();
        assertThat(TemplateSources.in("---\n# Source: https://example.com/a.yaml\n")
                        .isEmpty())
                .isTrue();
        assertThat(TemplateSources.in("---\n# Source: upstream\n").isEmpty()).isTrue();
    }
}
