package dev.stslint.kube;

/** A header that a probe or a hook sends. Its value is sent as it is written: no references are replaced (facts: D1). */
public record HttpHeader(Fields fields) {

    public Field<String> name() {
        return fields.text("name");
    }

    public Field<String> value() {
        return fields.text("value");
    }
}
