package dev.stslint.source;

/** How lines end in a file. */
public enum LineBreak {
    LF("\n"),
    CRLF("\r\n"),
    CR("\r");

    private final String text;

    LineBreak(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
