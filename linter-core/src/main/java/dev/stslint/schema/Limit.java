package dev.stslint.schema;

/**
 * What a schema asks of a value besides its type.
 *
 * @param bound as the schema says it: never anything of the value
 */
public record Limit(Kind kind, String bound) {

    /** The kinds of limits, with a few words for messages in which {@code #} stands for the bound. */
    public enum Kind {
        PATTERN("must match `#`"),
        FORMAT("must have the form `#`"),
        SHORTEST("must have at least # characters"),
        LONGEST("must have at most # characters"),
        FEWEST_ITEMS("must have at least # items"),
        MOST_ITEMS("must have at most # items"),
        DISTINCT_ITEMS("must not hold an item twice#"),
        FEWEST_FIELDS("must have at least # fields"),
        MOST_FIELDS("must have at most # fields"),
        LEAST("must be at least #"),
        MOST("must be at most #"),
        ABOVE("must be more than #"),
        BELOW("must be less than #"),
        MULTIPLE("must be a multiple of #"),
        VALUES("must be #"),
        NAMES("must not have this name"),
        TYPE("must be #"),
        PRESENT("is missing"),
        ABSENT("must not be there"),
        ALTERNATIVES("fits none of the alternatives in its schema"),
        ONE_ALTERNATIVE("must fit one of the alternatives in its schema, and fits several"),
        EXCLUDED("is just what its schema excludes"),
        CONTENT("has no item that its schema asks for"),
        OTHER("does not fit its schema (`#`)");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** What a value breaks, as it stands behind its name: {@code must be at least 1}. */
    public String words() {
        String words = bound.equals("1") && kind.words.endsWith("s") ? singular(kind.words) : kind.words;
        return words.replace("#", bound);
    }

    private static String singular(String words) {
        return words.substring(0, words.length() - 1);
    }
}
