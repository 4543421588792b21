package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import dev.stslint.kube.HostName.Use;
import dev.stslint.source.FixedPlace;
import dev.stslint.source.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the host names in an object's values. Comments, YAML's and those in embedded configuration, are not read. */
public final class HostNames {

    private static final List<String> ADDRESS_WORDS =
            List.of("host", "addr", "server", "url", "uri", "endpoint", "nodes", "peers", "broker", "seed");

    /** Further than this nothing is looked back or ahead for, so that no text makes the reading slow. */
    private static final int LONGEST_NEIGHBOUR = 300;

    private static final byte COMMENT = 1;
    private static final byte NAME = 2;
    private static final byte DOT = 3;

    /** What each character may be part of, 0 for most: looked up rather than compared, of long texts. */
    private static final byte[] PARTS = new byte[Character.MAX_VALUE + 1];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            PARTS[c] = NAME;
        }
        for (char c = '0'; c <= '9'; c++) {
            PARTS[c] = NAME;
        }
        PARTS['-'] = NAME;
        PARTS['.'] = DOT;
        PARTS['#'] = COMMENT;
        PARTS[';'] = COMMENT;
        PARTS['/'] = COMMENT;
    }

    private final KubernetesObject owner;

    /** Whether the tree that is looked at stays: then a place is worked out when somebody asks for it. */
    private final boolean treeStays;

    private final List<HostName> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** Those of the text that is looked at. */
    private char[] characters = {};

    /** That of the field that is looked at, once a name was found in it; most hold none. */
    private String fieldPath = "";

    private HostNames(KubernetesObject owner, boolean treeStays) {
        this.owner = owner;
        this.treeStays = treeStays;
    }

    /**
     * The host names in the values of a workload or a ConfigMap; none for other kinds. A name with an ordinal is found
     * at each of its places, any other once an object.
     *
     * @param owner the object to name as their owner: the view's own, or its outline
     */
    public static List<HostName> in(ObjectView view, KubernetesObject owner) {
        if (!(view instanceof Workload) && !(view instanceof ConfigMap)) {
            return List.of();
        }
        HostNames names = new HostNames(owner, owner == view.object());
        if (view instanceof Workload workload) {
            for (Container container : workload.containers()) {
                names.addAll(container);
            }
        } else if (view instanceof ConfigMap map) {
            for (Entry entry : map.data()) {
                names.addAll(entry.value(), entry.name());
            }
        }
        return List.copyOf(names.found);
    }

    private void addAll(Container container) {
        for (EnvVar variable : container.environment()) {
            addAll(variable.value(), variable.name().or(""));
        }
        for (Field<String> word : container.commandLine()) {
            addAll(word, "");
        }
        for (Fields handler : container.probes()) {
            addHandler(handler);
        }
        for (Fields handler : container.lifecycleHooks()) {
            addHandler(handler);
        }
    }

    private void addHandler(Fields handler) {
        for (Field<String> word : handler.object("exec").texts("command")) {
            addAll(word, "");
        }
        for (String kind : List.of("httpGet", "tcpSocket")) {
            addAll(handler.object(kind).text("host"), "host");
        }
    }

    /** Whether something of that name holds addresses: {@code DB_HOST}, {@code kafka.brokers}, {@code peers}. */
    private static boolean isAddress(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        for (String word : ADDRESS_WORDS) {
            if (folded.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** @param called what tells whether the field as a whole is an address */
    private void addAll(Field<String> field, String called) {
        String text = field.or("");
        int length = text.length();
        if (characters.length < length) {
            characters = new char[length];
        }
        char[] characters = this.characters; // of a large text quicker to look at than the text itself
        text.getChars(0, length, characters, 0);
        byte[] parts = PARTS;
        fieldPath = "";
        int i = 0;
        while (i < length) {
            byte part = parts[characters[i]];
            if (part < NAME) {
                i = part == COMMENT && isCommentStart(text, i) ? behindLine(text, i) : i + 1;
                continue;
            }
            boolean told = part == DOT;
            int end = i + 1;
            while (end < length && parts[characters[end]] >= NAME) {
                told |= parts[characters[end]] == DOT;
                end++;
            }
            told |= i == 0 || end == length || characters[end] == ':' || isSetter(characters[i - 1]);
            if (told) { // else one of the many words of a sentence or script
                add(field, text, i, end, called);
            }
            i = end;
        }
    }

    private void add(Field<String> field, String text, int from, int to, String called) {
        int start = from;
        int end = to;
        while (end > start && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        if (start == end) {
            return;
        }
        char before = start > 0 ? text.charAt(start - 1) : '\0';
        char after = end < text.length() ? text.charAt(end) : '\0';
        boolean variablePod = text.charAt(start) == '.' && isEndOfVariable(text, start);
        boolean cutOff = isWordCharacter(before) || isWordCharacter(after) || text.charAt(start) == '.';
        if (!variablePod && cutOff) {
            if (before != '_' || !(text.startsWith("tcp.", start) || text.startsWith("udp.", start))) {
                return;
            }
        }
        if (!variablePod && !isSetOff(text, start, end, before, after)) {
            return;
        }
        boolean srv = before == '_' && end - start > 4;
        if (srv) {
            start += 4;
        }
        String name = text.substring(start, end);
        if (!isHostName(variablePod ? name.substring(1) : name)) {
            return;
        }
        Use use = use(text, start, end, variablePod, name, srv, called);
        if (use == null) {
            return;
        }
        if (HostName.pod(name).isEmpty() && !seen.add(name)) {
            return;
        }
        found.add(new HostName(owner, place(field, start, end), name, use, srv));
    }

    private Located place(Field<String> field, int start, int end) {
        Located part = field.part(start, end);
        if (treeStays) {
            return part;
        }
        fieldPath = fieldPath.isEmpty() ? field.fieldPath() : fieldPath;
        return new FixedPlace(part.location(), fieldPath);
    }

    /** Whether anything tells a word from one of a sentence or script: most are none, and need no closer look. */
    private static boolean isSetOff(String text, int start, int end, char before, char after) {
        if (isSetter(before) || after == ':') {
            return true;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '.') {
                return true;
            }
        }
        return start == 0 && end == text.length();
    }

    private static @Nullable Use use(
            String text, int start, int end, boolean variablePod, String name, boolean srv, String called) {
        char before = start > 0 ? text.charAt(start - 1) : '\0';
        char after = end < text.length() ? text.charAt(end) : '\0';
        if (start == 0 && end == text.length()) {
            return name.indexOf('.') > 0 || isAddress(called) ? Use.VALUE : Use.WORD;
        }
        if ((before == '/' || before == ':') && isUser(text, end)) {
            return null;
        }
        if ((before == '@' && isInUrl(text, start)) || (before == '/' && start > 1 && text.charAt(start - 2) == '/')) {
            return Use.URL;
        }
        if (after == ':' && end + 1 < text.length() && isDigit(text.charAt(end + 1))) {
            return Use.WITH_PORT;
        }
        boolean dotted = name.indexOf('.') > 0;
        boolean shaped = variablePod || srv || (dotted && (hasOrdinal(name) || name.contains(".svc")));
        if (before == ',' || before == '=' || before == '@' || after == ',') {
            return dotted || shaped || before == '=' ? Use.ITEM : null;
        }
        return shaped ? Use.SHAPE : null;
    }

    private static boolean hasOrdinal(String name) {
        int dot = name.indexOf('.');
        int i = dot - 1;
        while (i >= 0 && isDigit(name.charAt(i))) {
            i--;
        }
        return i > 0 && i < dot - 1 && name.charAt(i) == '-';
    }

    /** Whether what stands before a dot is a variable: {@code $(POD_NAME)}, {@code ${HOSTNAME}}, {@code $HOSTNAME}. */
    private static boolean isEndOfVariable(String text, int dot) {
        if (dot == 0) {
            return false;
        }
        char before = text.charAt(dot - 1);
        if (before == ')' || before == '}') {
            char open = before == ')' ? '(' : '{';
            int i = dot - 1;
            while (i > 0 && text.charAt(i) != open && dot - i < LONGEST_NEIGHBOUR) {
                i--;
            }
            return i > 0 && text.charAt(i) == open && text.charAt(i - 1) == '$';
        }
        int i = dot - 1;
        while (i >= 0 && dot - i < LONGEST_NEIGHBOUR && (isWordCharacter(text.charAt(i)) || isDigit(text.charAt(i)))) {
            i--;
        }
        return i >= 0 && i < dot - 1 && text.charAt(i) == '$';
    }

    /** Whether a scheme opens the word that an {@code @} stands in: {@code rabbit@node} is no URL. */
    private static boolean isInUrl(String text, int at) {
        for (int i = at - 1; i > 1 && at - i < LONGEST_NEIGHBOUR; i--) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '"' || c == '\'' || c == ',') {
                return false;
            }
            if (c == '/' && text.charAt(i - 1) == '/' && text.charAt(i - 2) == ':') {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands behind {@code //} is the user of a URL, before its {@code @}. */
    private static boolean isUser(String text, int end) {
        for (int i = end; i < text.length() && i - end < LONGEST_NEIGHBOUR; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                return true;
            }
            if (c == '/' || c == ' ' || c == '"' || c == '\'' || c == '\n' || c == ',') {
                return false;
            }
        }
        return false;
    }

    /** Labels of letters, digits and inner dashes, the last with a letter: not a number, a version or an address. */
    private static boolean isHostName(String name) {
        if (name.isEmpty() || name.length() > 253) {
            return false;
        }
        boolean letter = false;
        int labelStart = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.') {
                if (i < name.length()) {
                    letter = false;
                }
                if (i == labelStart || name.charAt(labelStart) == '-' || name.charAt(i - 1) == '-') {
                    return false;
                }
                labelStart = i + 1;
            } else if (name.charAt(i) >= 'a' && name.charAt(i) <= 'z') {
                letter = true;
            }
        }
        return letter;
    }

    /** Whether the character tells the word behind it from one of a sentence. */
    private static boolean isSetter(char before) {
        return before == '_' || before == '@' || before == '/' || before == '=';
    }

    private static int behindLine(String text, int at) {
        int lineEnd = text.indexOf('\n', at);
        return lineEnd < 0 ? text.length() : lineEnd + 1;
    }

    /** Whether a line of embedded configuration starts here with a comment mark. */
    private static boolean isCommentStart(String text, int at) {
        char c = text.charAt(at);
        if (c == '/' && !text.startsWith("//", at)) {
            return false;
        }
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 ? at > 0 || c == '#' : text.charAt(i) == '\n';
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
