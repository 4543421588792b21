package dev.stslint.secret;

import dev.stslint.source.Span;
import java.util.List;

/** Settings in XML: elements, pairs of elements, and attributes that name what others give a value. */
final class XmlSettings {

    /** A tag is no longer, nor is what it holds: so that no text makes the reading slow. */
    private static final int LONGEST = 2000;

    private final String text;

    XmlSettings(String text) {
        this.text = text;
    }

    /** XML: {@code <password>x</password>}, {@code <name>password</name><value>x</value>}, and attributes. */
    void addTo(List<Assignment> found) {
        String nameBefore = "";
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            int nameEnd = endOfElementName(open + 1);
            int tagEnd = endOfTag(nameEnd);
            if (nameEnd == open + 1 || tagEnd < 0) {
                continue;
            }
            addAttributes(nameEnd, tagEnd, found);
            String element = text.substring(open + 1, nameEnd);
            int close = endOfContent(tagEnd + 1);
            if (close < 0 || !text.startsWith("</" + element, close)) {
                continue;
            }
            Span value = TextRuns.stripped(text, tagEnd + 1, close);
            String written = text.substring(value.start(), value.end());
            String name = element.equals("value") ? nameBefore : element;
            nameBefore = element.equals("name") || element.equals("key") ? written : "";
            if (!value.isEmpty()) {
                Assignment.addSensitive(name, value, found);
            }
        }
    }

    private int endOfElementName(int from) {
        int i = from;
        while (i < text.length() && (Characters.DOTTED.hold(text.charAt(i)) || text.charAt(i) == ':')) {
            i++;
        }
        return i;
    }

    /** Where the tag's closing bracket stands; -1 when none is near. */
    private int endOfTag(int from) {
        int limit = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < limit && text.charAt(i) != '<'; i++) {
            if (text.charAt(i) == '>') {
                return i;
            }
        }
        return -1;
    }

    private int endOfContent(int from) {
        int limit = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) == '<') {
                return i;
            }
        }
        return -1;
    }

    /** {@code <property name="password" value="x"/>}, {@code <add key="password" value="x"/>}. */
    private void addAttributes(int start, int end, List<Assignment> found) {
        String tag = text.substring(start, end);
        Span value = attribute(tag, "value");
        Span name = attribute(tag, "name");
        name = name.isEmpty() ? attribute(tag, "key") : name;
        if (!name.isEmpty() && !value.isEmpty()) {
            String called = tag.substring(name.start(), name.end());
            Span place = new Span(start + value.start(), start + value.end());
            Assignment.addSensitive(called, place, found);
        }
    }

    /** Where the value of an attribute stands within a tag; empty when it has none. */
    private static Span attribute(String tag, String name) {
        int at = tag.indexOf(name + "=\"");
        if (at <= 0 || tag.charAt(at - 1) > ' ') {
            return Span.caret(0);
        }
        int start = at + name.length() + 2;
        int end = tag.indexOf('"', start);
        return end < 0 ? Span.caret(0) : new Span(start, end);
    }
}
