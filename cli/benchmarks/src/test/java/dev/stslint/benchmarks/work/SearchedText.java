package dev.stslint.benchmarks.work;

import dev.stslint.secret.Assignment;
import dev.stslint.secret.CommandSecret;
import dev.stslint.secret.ConfigText;
import dev.stslint.secret.TokenShape;
import java.util.List;
import java.util.function.ToLongBiFunction;

/** Searches a text for secrets, in the way that is named; answers how many there are. */
public final class SearchedText implements ToLongBiFunction<String, String> {

    static final String CONFIGURATION = "configuration";
    static final String ANY_TEXT = "any text";
    static final String TOKENS = "tokens";
    static final String COMMAND = "command";

    @Override
    public long applyAsLong(String way, String text) {
        return switch (way) {
            case CONFIGURATION -> ConfigText.of("a.conf", text).assignments().size();
            case ANY_TEXT -> Assignment.in(text).size();
            case TOKENS -> TokenShape.in(text).size();
            case COMMAND -> CommandSecret.in(List.of("sh", "-c", text)).size();
            default -> throw new IllegalArgumentException(way);
        };
    }
}
