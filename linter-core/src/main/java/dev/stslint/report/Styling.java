package dev.stslint.report;

/** How a page stresses things: by escape sequences where people see colors, else by nothing. */
public enum Styling {
    PLAIN("", "", ""),
    COLORED("\u001b[1m", "\u001b[36m", "\u001b[0m");

    private final String strong;
    private final String code;
    private final String end;

    Styling(String strong, String code, String end) {
        this.strong = strong;
        this.code = code;
        this.end = end;
    }

    /** What starts bold text. */
    String strong() {
        return strong;
    }

    /** What starts code. */
    String code() {
        return code;
    }

    /** What ends either. */
    String end() {
        return end;
    }
}
