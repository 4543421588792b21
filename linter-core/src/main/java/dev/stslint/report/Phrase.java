package dev.stslint.report;

/** Words of findings and rules as HTML: what stands between backticks is code. */
final class Phrase {

    private Phrase() {}

    static void write(Markup html, String words) {
        int at = 0;
        while (at < words.length()) {
            int open = words.indexOf('`', at);
            int close = open < 0 ? -1 : words.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            html.text(words.substring(at, open)).element("code", words.substring(open + 1, close));
            at = close + 1;
        }
        html.text(words.substring(at));
    }
}
