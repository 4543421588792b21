package dev.stslint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.finding.TextEdit;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits are written as {@code start-end=replacement}, of the text {@code abcdefgh}. */
final class EditedPlacesTest {

    private static final SourceFile FILE = SourceFile.of("a.yaml", "abcdefgh").file();

    @ParameterizedTest
    @CsvSource({
        "'',                0-3, 0-3",
        "2-3=xyz,           0-2, 0-2",
        "2-3=xyz,           2-5, 2-3",
        "2-3=xyz,           3-4, 2-3",
        "2-3=xyz,           5-7, 3-5",
        "2-3=xyz,           1-6, 1-4",
        "2-5=,              2-4, 5-7",
        "2-5=,              1-2, 1-2",
        "2-2=xy,            4-5, 2-3",
        "2-2=xy,            1-2, 1-2",
        "5-6=xy 1-2=uvw,    9-10, 6-7",
        "5-6=xy 1-2=uvw,    7-9, 5-6",
        "1-4=u 2-3=left out, 2-3, 4-5",
    })
    void findsWhereAPlaceStood(String edits, String edited, String origin) {
        List<TextEdit> all = new ArrayList<>();
        for (String edit : edits.isEmpty() ? new String[0] : edits.split(" (?=[0-9])", -1)) {
            int equals = edit.indexOf('=');
            all.add(new TextEdit(new Location(FILE, span(edit.substring(0, equals))), edit.substring(equals + 1)));
        }

        SourceFile after = SourceFile.of("a.yaml", "x".repeat(20)).file();
        assertThat(new EditedPlaces(all).origin(new Location(after, span(edited))))
                .isEqualTo(span(origin));
    }

    private static Span span(String text) {
        int dash = text.indexOf('-');
        return new Span(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }
}
