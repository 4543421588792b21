package dev.stslint.cli;

/** What a command takes besides options. */
enum Operand {
    NONE("", false, false, Candidates.NONE, ""),
    PATHS("PATH", false, true, Candidates.FILES, "file, directory, glob, or - for standard input (default: .)"),
    RULE("RULE", true, false, Candidates.RULES, "id of a rule"),
    SHELL("SHELL", true, false, Candidates.SHELLS, "bash, zsh or fish");

    private final String label;
    private final boolean required;
    private final boolean repeatable;
    private final Candidates candidates;
    private final String description;

    Operand(String label, boolean required, boolean repeatable, Candidates candidates, String description) {
        this.label = label;
        this.required = required;
        this.repeatable = repeatable;
        this.candidates = candidates;
        this.description = description;
    }

    String label() {
        return label;
    }

    boolean isRequired() {
        return required;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    Candidates candidates() {
        return candidates;
    }

    String description() {
        return description;
    }

    /** As it stands in a synopsis. */
    String synopsis() {
        String shown = repeatable ? label + "..." : label;
        return required ? shown : "[" + shown + "]";
    }
}
