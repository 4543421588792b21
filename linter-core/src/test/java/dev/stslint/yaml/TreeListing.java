package dev.stslint.yaml;

/** All that a text was read as, a line for each thing: what two ways of reading are compared by. */
final class TreeListing {

    private final StringBuilder lines = new StringBuilder();

    private TreeListing() {}

    static String of(YamlStream stream) {
        TreeListing listing = new TreeListing();
        listing.line(0, "template " + stream.template());
        for (YamlDocument document : stream.documents()) {
            listing.line(0, "document " + document.state() + " " + document.span() + " " + document.comments());
            if (document.root().isPresent()) {
                listing.add(1, "", document.root().get());
            }
        }
        for (YamlFault fault : stream.faults()) {
            listing.line(
                    0,
                    "fault " + fault.kind() + " " + fault.location().span() + " " + fault.message() + " "
                            + fault.label() + " " + fault.related().size());
        }
        return listing.lines.toString();
    }

    private void add(int depth, String name, YamlNode node) {
        String head = name + " " + node.span() + " ";
        if (node instanceof YamlScalar scalar) {
            line(depth, head + scalar.style() + " " + scalar.type() + " " + scalar.text());
        } else if (node instanceof YamlAlias) {
            line(depth, head + "alias of " + node.target().span());
        } else if (node instanceof YamlSequence sequence) {
            line(depth, head + "sequence, flow " + sequence.isFlow());
            for (int i = 0; i < sequence.size(); i++) {
                add(depth + 1, "-", sequence.item(i));
            }
        } else {
            YamlMapping mapping = (YamlMapping) node;
            line(depth, head + "mapping, flow " + mapping.isFlow());
            add(depth + 1, mapping.written());
            if (mapping.written() != mapping) {
                line(depth, "in effect");
                add(depth + 1, mapping);
            }
        }
    }

    private void add(int depth, YamlMapping entries) {
        for (int i = 0; i < entries.size(); i++) {
            add(depth, "key " + entries.name(i), entries.key(i));
            add(depth, "value", entries.value(i));
        }
    }

    private void line(int depth, String text) {
        lines.append("  ".repeat(depth)).append(text).append('\n');
    }
}
