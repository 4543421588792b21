package dev.stslint.yaml;

/** A sequence. */
public final class YamlSequence extends YamlNode {

    private final YamlNode[] items;
    private final boolean flow;

    YamlSequence(int start, int end, boolean flow, YamlNode[] items) {
        super(start, end);
        this.flow = flow;
        this.items = items;
    }

    /** Whether it is written with brackets. */
    public boolean isFlow() {
        return flow;
    }

    public int size() {
        return items.length;
    }

    /** Item {@code i}; an alias stays an alias. */
    public YamlNode item(int i) {
        return items[i];
    }
}
