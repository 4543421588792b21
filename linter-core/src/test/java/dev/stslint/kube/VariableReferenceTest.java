package dev.stslint.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@code third_party/forked/golang/expansion} of Kubernetes has it. */
final class VariableReferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $(A)            | A
            x$(A)y          | A
            $(A)$(B)        | A,B
            $$(A)           | ''
            $$$(A)          | A
            $$$$(A)         | ''
            $x$(A)          | A
            $x(A)           | ''
            ${A} $A         | ''
            $(A             | ''
            $(A $(B)        | A $(B
            $()             | ''
            $(a b.c-d)      | a b.c-d
            $               | ''
            $$              | ''
            a$              | ''
            $($(A))         | $(A
            ''              | ''
            """)
    void areFoundAsTheKubeletDoes(String value, String names) {
        assertThat(String.join(
                        ",",
                        VariableReference.in(value).stream()
                                .map(VariableReference::name)
                                .toList()))
                .isEqualTo(names);
    }

    @Test
    void knowTheirPlaces() {
        assertThat(VariableReference.in("a$(B)c$(D)"))
                .isEqualTo(List.of(new VariableReference("B", 1, 5), new VariableReference("D", 6, 10)));
    }
}
