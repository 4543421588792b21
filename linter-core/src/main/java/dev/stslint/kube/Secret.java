package dev.stslint.kube;

import dev.stslint.kube.Fields.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Secret. */
public record Secret(KubernetesObject object) implements ObjectView {

    /** Absent means Opaque. */
    public Field<String> type() {
        return object.fields().text("type");
    }

    /** Base64 values by key. */
    public List<Entry> data() {
        return object.fields().object("data").entries();
    }

    /** Plain values by key. */
    public List<Entry> stringData() {
        return object.fields().object("stringData").entries();
    }

    /** The keys of all its values. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(object.fields().object("data").names());
        keys.addAll(object.fields().object("stringData").names());
        return keys;
    }

    /** Whether it has a value for the key. */
    public boolean holds(String key) {
        return object.fields().object("data").has(key)
                || object.fields().object("stringData").has(key);
    }

    /** The key of that name, or one that differs only in capitals, dashes and underscores. */
    public Optional<String> keyLike(String name) {
        if (holds(name)) {
            return Optional.of(name);
        }
        for (String key : keys()) {
            if (loose(key).equals(loose(name))) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** A key without what {@link #keyLike} does not look at. */
    public static String loose(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    }

    /** Whether SOPS has encrypted its values: it leaves a field of its own beside them. */
    public boolean isEncrypted() {
        return object.fields().has("sops");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret one && object == one.object;
    }

    @Override
    public int hashCode() {
        return object.hashCode();
    }
}
