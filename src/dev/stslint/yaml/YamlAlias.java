package dev.stslint.yaml;

/** A {@code *name}: it has a place of its own and stands for the anchored node. */
public final class YamlAlias extends YamlNode {

    private final YamlNode target;

    YamlAlias(int start, int end, YamlNode target) {
        super(start, end);
        this.target = target;
    }

    @Override
    public YamlNode target() {
        return target;
    }
}
