package dev.stslint.config;

/** What is done with the templates of charts. */
public enum Rendering {
    /** They are left alone, and said to be. */
    NEVER("never"),
    /** An installed {@code helm} renders them. */
    HELM("helm");

    private final String id;

    Rendering(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
