package dev.stslint.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of one document from what a parser finds, in the order of the text. It does not recurse, and it is
 * where everything that concerns more than one token is decided: names of keys, duplicate keys, merge keys, aliases and
 * limits. Once it {@link #isStopped() is stopped} the rest of the document need not be parsed.
 */
final class TreeBuilder {

    private static final String MERGE_TAG = "tag:yaml.org,2002:merge";
    private static final YamlNode[] NO_NODES = {};

    /** Stands for each key that is written as it reads, which needs no node of its own. */
    static final YamlNode KEY = YamlMapping.key("", 0);

    private static final boolean[] NO_FLAGS = {};

    private final String text;
    private final YamlLimits limits;
    private final FaultLog faults;
    private final Buffers buffers;
    private final Names shared;
    private final Entries entries;

    private YamlNode[] nodes;
    private String[] names;

    /** Where those start that are {@link #KEY}. */
    private int[] starts;

    private int size;
    private int mostNodes;
    private Frame[] frames;
    private int depth;
    private @Nullable YamlNode root;

    private int[] leaves;
    private int leafCount;
    private int[] flows = new int[16];
    private int flowCount;

    private @Nullable Map<String, Anchor> anchors;
    private @Nullable Set<YamlNode> mergeKeys;
    private final AliasBudget budget;
    private boolean broken;
    private boolean stopped;

    TreeBuilder(String text, YamlLimits limits, FaultLog faults, Buffers buffers) {
        this.text = text;
        this.limits = limits;
        this.faults = faults;
        this.buffers = buffers;
        this.shared = buffers.names;
        this.nodes = buffers.nodes;
        this.names = buffers.nodeNames;
        this.starts = buffers.nodeStarts;
        this.leaves = buffers.leaves;
        this.frames = buffers.frames;
        this.entries = Entries.in(buffers);
        this.budget = new AliasBudget(limits.expandedNodes());
    }

    /** Whether kubectl rejects the document for what was found so far. */
    boolean isBroken() {
        return broken;
    }

    /** Whether going on makes no sense. */
    boolean isStopped() {
        return stopped;
    }

    /** Ends the tree, and gives its root; to be called once. */
    @Nullable
    YamlNode complete() {
        entries.complete(buffers);
        Arrays.fill(nodes, 0, mostNodes, KEY); // or the next text would keep this one alive
        return root;
    }

    /** Starts and ends of the outermost braces and brackets so far, in order. */
    int[] flows() {
        return Arrays.copyOf(flows, flowCount);
    }

    /** Whether what comes next stands inside of braces or brackets. */
    boolean isInFlow() {
        return depth > 0 && frames[depth - 1].flow;
    }

    /** Where the innermost brace or bracket stands that is still open, or -1. */
    int openBracket() {
        return depth > 0 && isBracketed(frames[depth - 1]) ? frames[depth - 1].start : -1;
    }

    /** Starts and ends of all scalars and aliases so far, in order: everything between them is not content. */
    int[] leaves() {
        return Arrays.copyOf(leaves, leafCount);
    }

    /** Marks the document as one that kubectl rejects; the fault is in the log already. */
    void reject() {
        broken = true;
    }

    void scalar(
            int start, int end, String content, YamlScalar.Style style, @Nullable String anchor, @Nullable String tag) {
        sharedScalar(start, end, shared.shared(content), style, anchor, tag);
    }

    /** The same for a content that {@link #word} gave. */
    void sharedScalar(
            int start, int end, String content, YamlScalar.Style style, @Nullable String anchor, @Nullable String tag) {
        ScalarType type;
        String value = content;
        if (tag == null) {
            type = style == YamlScalar.Style.PLAIN ? ScalarResolver.typeOf(value) : ScalarType.STRING;
        } else {
            ScalarType tagged = ScalarResolver.typeOf(value, tag);
            if (tagged == null) {
                syntax(start, end, "the tag does not fit the value", "kubectl cannot read it as what its tag says");
            }
            type = tagged == null ? ScalarType.STRING : tagged;
            value = ScalarResolver.content(value, tag);
        }
        boolean key = isKeyNext();
        if (key && isAsItReads(start, end, value, style, type) && anchor == null && tag == null) {
            addLeaf(start, end);
            budget.addNode();
            add(KEY, value, 0);
            starts[size - 1] = start;
            return;
        }
        int from = start;
        int to = end;
        if (start == end && !key && depth > 0 && anchor == null && tag == null) {
            from = emptyValueAt(start);
            to = from;
        }
        YamlScalar scalar = new YamlScalar(from, to, value, style, type);
        addLeaf(from, to);
        if (anchor != null) {
            anchored(anchor, scalar);
        }
        budget.addNode();
        if (key) {
            if (isMerge(value, style, tag)) {
                addMergeKey(scalar);
                add(scalar, "<<", 0);
            } else {
                add(scalar, keyName(scalar, scalar), 0);
            }
            return;
        }
        if (ScalarResolver.isNotFinite(value, type)) {
            syntax(from, to, "kubectl cannot send an infinite number, or one that is none", "JSON has no word for it");
        }
        add(scalar, "", 0);
    }

    private static boolean isAsItReads(int start, int end, String value, YamlScalar.Style style, ScalarType type) {
        return type == ScalarType.STRING
                && style == YamlScalar.Style.PLAIN
                && end - start == value.length()
                && !value.equals("<<");
    }

    /**
     * A part of the text; what was met before is the same string.
     *
     * @param characters those of the text, as {@link Buffers#characters} gives them
     */
    String word(byte[] characters, int from, int to) {
        return shared.shared(text, characters, from, to);
    }

    /** A number that JSON can write and a 64-bit float cannot hold. */
    void unreadableNumber(int start, int end) {
        syntax(start, end, "the number is too large for kubectl", "beyond what 64 bits can hold");
        addLeaf(start, end);
        add(new YamlScalar(start, end, "0", YamlScalar.Style.PLAIN, ScalarType.INTEGER), "", 0);
    }

    void alias(int start, int end, String name) {
        Anchor anchor = anchors == null ? null : anchors.get(name);
        if (anchor == null) {
            stop(
                    start,
                    end,
                    "alias " + FaultLog.shown("*" + name) + " refers to no anchor",
                    "no " + FaultLog.shown("&" + name) + " stands before it in this document");
            return;
        }
        YamlNode target = anchor.node;
        if (target == null) {
            stop(
                    start,
                    end,
                    "alias " + FaultLog.shown("*" + name) + " stands inside of what it refers to",
                    "the value would contain itself");
            return;
        }
        if (depth + anchor.height > limits.depth()) {
            limit(start, end, tooDeep());
            return;
        }
        if (!budget.addAlias(anchor.weight)) {
            limit(start, end, "too much of the document comes from aliases");
            return;
        }
        YamlAlias alias = new YamlAlias(start, end, target);
        addLeaf(start, end);
        add(alias, isKeyNext() ? keyName(alias, target) : "", anchor.height);
    }

    void startMapping(int start, boolean flow, @Nullable String anchor) {
        open(start, flow, true, anchor);
    }

    void startSequence(int start, boolean flow, @Nullable String anchor) {
        open(start, flow, false, anchor);
    }

    /**
     * Ends the innermost collection.
     *
     * @param end behind the closing brace or bracket; for a collection without one, where its last child ends is taken
     */
    void endCollection(int end) {
        Frame frame = frames[depth - 1];
        depth--;
        int stop = isBracketed(frame) ? end : size > frame.base ? nodes[size - 1].end() : frame.start;
        YamlNode node = frame.mapping ? mapping(frame, stop) : sequence(frame, stop);
        if (frame.flow && !isInFlow()) {
            addFlow(frame.start, stop);
        }
        mostNodes = Math.max(mostNodes, size);
        size = frame.base;
        if (frame.anchor != null) {
            frame.anchor.node = node;
            frame.anchor.height = frame.height;
            frame.anchor.weight = budget.expandedSince(frame.anchor.weight);
            frame.anchor = null;
        }
        if (isKeyNext()) {
            syntax(node.start(), node.end(), "a mapping or list cannot be a key", "kubectl takes only text for a key");
        }
        add(node, "", frame.height);
    }

    private void open(int start, boolean flow, boolean mapping, @Nullable String anchor) {
        if (depth >= limits.depth()) {
            limit(start, Math.min(start + 1, text.length()), tooDeep());
            return;
        }
        if (depth == frames.length) {
            frames = Frame.more(frames);
            buffers.frames = frames;
        }
        budget.addNode();
        Frame frame = frames[depth++];
        frame.open(mapping, flow, start, size);
        if (anchor != null) {
            frame.anchor = anchored(anchor, null);
            frame.anchor.weight = budget.expanded() - 1;
        }
    }

    private boolean isBracketed(Frame frame) {
        return frame.flow && (!frame.mapping || text.startsWith("{", frame.start));
    }

    private boolean isKeyNext() {
        if (depth == 0) {
            return false;
        }
        Frame frame = frames[depth - 1];
        return frame.mapping && (size - frame.base) % 2 == 0;
    }

    private void add(YamlNode node, String name, int height) {
        if (depth == 0) {
            root = node;
            return;
        }
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
            names = Arrays.copyOf(names, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            buffers.nodes = nodes;
            buffers.nodeNames = names;
            buffers.nodeStarts = starts;
        }
        nodes[size] = node;
        names[size++] = name;
        Frame frame = frames[depth - 1];
        frame.height = Math.max(frame.height, height + 1);
    }

    /** Marks characters as content. */
    void addLeaf(int start, int end) {
        if (leafCount == leaves.length) {
            leaves = Arrays.copyOf(leaves, leafCount * 2);
            buffers.leaves = leaves;
        }
        leaves[leafCount++] = start;
        leaves[leafCount++] = end;
    }

    private void addFlow(int start, int end) {
        if (flowCount == flows.length) {
            flows = Arrays.copyOf(flows, flowCount * 2);
        }
        flows[flowCount++] = start;
        flows[flowCount++] = end;
    }

    /** Behind the colon or dash that calls for the value; behind the key where there is no colon. */
    private int emptyValueAt(int mark) {
        Frame frame = frames[depth - 1];
        if (!frame.mapping) {
            return mark;
        }
        int keyEnd = nodes[size - 1] == KEY ? starts[size - 1] + names[size - 1].length() : nodes[size - 1].end();
        return mark > keyEnd && text.charAt(mark - 1) == ':' ? mark : keyEnd;
    }

    private String keyName(YamlNode key, YamlNode target) {
        if (!(target instanceof YamlScalar scalar)) {
            syntax(key.start(), key.end(), "a mapping or list cannot be a key", "kubectl takes only text for a key");
            return "";
        }
        if (scalar.type() == ScalarType.STRING) {
            return scalar.text();
        }
        String name = ScalarResolver.keyName(scalar.text(), scalar.type());
        if (name == null) {
            int end = Math.max(key.end(), Math.min(key.start() + 1, text.length()));
            if (scalar.type() == ScalarType.NULL) {
                syntax(key.start(), end, "a key is null", "kubectl takes only text for a key; quote it");
            } else {
                syntax(key.start(), end, "a key is a number beyond 64 bits", "kubectl cannot read it; quote it");
            }
            return "";
        }
        return shared.shared(name);
    }

    private static boolean isMerge(String value, YamlScalar.Style style, @Nullable String tag) {
        if (!value.equals("<<")) {
            return false;
        }
        boolean plain = style == YamlScalar.Style.PLAIN && tag == null;
        return plain || "!".equals(tag) || MERGE_TAG.equals(tag);
    }

    private void addMergeKey(YamlNode key) {
        if (mergeKeys == null) {
            mergeKeys = Collections.newSetFromMap(new IdentityHashMap<>());
        }
        mergeKeys.add(key);
    }

    private Anchor anchored(String name, @Nullable YamlNode node) {
        if (anchors == null) {
            anchors = new HashMap<>();
        }
        Anchor anchor = new Anchor(node);
        anchors.put(name, anchor);
        return anchor;
    }

    private YamlNode sequence(Frame frame, int end) {
        int count = size - frame.base;
        YamlNode[] items = count == 0 ? NO_NODES : new YamlNode[count];
        System.arraycopy(nodes, frame.base, items, 0, count);
        return new YamlSequence(frame.start, end, frame.flow, items);
    }

    private YamlNode mapping(Frame frame, int end) {
        int count = (size - frame.base) / 2;
        if (count == 0) {
            return YamlMapping.empty(frame.start, end, frame.flow);
        }
        int first = entries.size();
        boolean isPlain = true;
        boolean mayRepeat = false;
        long hashes = 0;
        for (int i = frame.base; i < size; i += 2) {
            entries.add(names[i], starts[i], nodes[i + 1]);
            isPlain &= nodes[i] == KEY;
            long hash = 1L << names[i].hashCode(); // one of 64: where all differ no two names are the same
            mayRepeat |= (hashes & hash) != 0;
            hashes |= hash;
        }
        YamlMapping written = isPlain
                ? YamlMapping.of(frame.start, end, frame.flow, entries, first)
                : YamlMapping.of(frame.start, end, frame.flow, entries, first, keys(frame, count));
        boolean merging = mergeKeys != null && hasMergeKey(written);
        if ((mayRepeat && reportDuplicates(written)) || merging) {
            return (merging ? merged(written) : written).inEffect(written);
        }
        return written;
    }

    private YamlNode[] keys(Frame frame, int count) {
        YamlNode[] keys = new YamlNode[count];
        for (int i = 0; i < count; i++) {
            int at = frame.base + 2 * i;
            keys[i] = nodes[at] == KEY ? YamlMapping.key(names[at], starts[at]) : nodes[at];
        }
        return keys;
    }

    /** Answers whether a name is there twice, merge keys not counted. */
    private boolean reportDuplicates(YamlMapping entries) {
        boolean[] repeated = NO_FLAGS;
        for (int i = entries.size() - 1; i > 0; i--) {
            String name = entries.name(i);
            int first = entries.indexOf(name);
            if (first < i && !name.isEmpty() && !isMergeKey(entries.key(i))) {
                if (repeated.length == 0) {
                    repeated = new boolean[entries.size()];
                }
                if (!isMergeKey(entries.key(first))) {
                    reportDuplicate(name, entries.key(i), entries.key(first), repeated[first]);
                }
                repeated[first] = true;
            }
        }
        return repeated.length > 0;
    }

    private void reportDuplicate(String name, YamlNode key, YamlNode firstKey, boolean repeatedAgain) {
        faults.add(
                YamlFault.Kind.DUPLICATE_KEY,
                key.start(),
                key.end(),
                "key " + FaultLog.shown(name) + " is written twice in one mapping",
                repeatedAgain ? "kubectl drops this value too, a later one wins" : "kubectl takes this value",
                firstKey.start(),
                firstKey.end(),
                "and drops this one");
    }

    private static boolean hasMergeKey(YamlMapping entries) {
        return entries.indexOf("<<") >= 0;
    }

    private boolean isMergeKey(YamlNode key) {
        return mergeKeys != null && mergeKeys.contains(key);
    }

    /** All entries in kubectl's order: a merge key stands for the entries of its mappings, wherever it stands. */
    private YamlMapping merged(YamlMapping written) {
        List<YamlMapping> parts = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < written.size(); i++) {
            if (isMergeKey(written.key(i))) {
                count += mergeParts(written.value(i), parts);
            } else {
                parts.add(written.of(new int[] {i}, new YamlNode[] {written.value(i)}));
                count++;
            }
        }
        String[] allNames = new String[count];
        YamlNode[] keys = new YamlNode[count];
        YamlNode[] values = new YamlNode[count];
        int next = 0;
        for (YamlMapping part : parts) {
            for (int i = 0; i < part.size(); i++) {
                allNames[next] = part.name(i);
                keys[next] = part.key(i);
                values[next++] = part.value(i);
            }
        }
        return YamlMapping.of(written.start(), written.end(), written.isFlow(), allNames, keys, values);
    }

    /** The mappings that a merge value stands for, the strongest last; answers how many entries they have. */
    private int mergeParts(YamlNode value, List<YamlMapping> parts) {
        if (value.target() instanceof YamlMapping mapping) {
            parts.add(mapping);
            return mapping.size();
        }
        int count = 0;
        if (value instanceof YamlSequence list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.item(i).target() instanceof YamlMapping mapping) {
                    parts.add(mapping);
                    count += mapping.size();
                } else {
                    notMergeable(list.item(i));
                }
            }
            return count;
        }
        notMergeable(value);
        return 0;
    }

    private void notMergeable(YamlNode value) {
        int end = Math.max(value.end(), Math.min(value.start() + 1, text.length()));
        syntax(value.start(), end, "`<<` takes a mapping or a list of mappings", "this is neither");
    }

    private void syntax(int start, int end, String message, String label) {
        faults.add(YamlFault.Kind.SYNTAX, start, end, message, label);
        broken = true;
    }

    private void stop(int start, int end, String message, String label) {
        syntax(start, end, message, label);
        stopped = true;
    }

    private String tooDeep() {
        return "nested deeper than " + limits.depth() + " levels";
    }

    private void limit(int start, int end, String message) {
        faults.add(YamlFault.Kind.LIMIT, start, end, message, "reading stops here");
        broken = true;
        stopped = true;
    }

    /** A collection that is still open; when it has ended, the next one as deep. */
    static final class Frame {

        private boolean mapping;
        private boolean flow;
        private int start;
        private int base;
        private int height;
        private @Nullable Anchor anchor;

        /** Twice as many. */
        private static Frame[] more(Frame[] some) {
            Frame[] more = Arrays.copyOf(some, Math.max(16, 2 * some.length));
            for (int i = some.length; i < more.length; i++) {
                more[i] = new Frame();
            }
            return more;
        }

        private void open(boolean isMapping, boolean isFlow, int startsAt, int firstNode) {
            mapping = isMapping;
            flow = isFlow;
            start = startsAt;
            base = firstNode;
            height = 1;
            anchor = null;
        }
    }

    /** What an anchor stands for: nothing as long as its collection is open. */
    private static final class Anchor {

        private @Nullable YamlNode node;
        private int height;

        /** How many nodes an alias to it stands for; while it is open, how many stood before it. */
        private long weight = 1;

        private Anchor(@Nullable YamlNode node) {
            this.node = node;
        }
    }
}
