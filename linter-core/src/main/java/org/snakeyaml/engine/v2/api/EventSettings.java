package org.snakeyaml.engine.v2.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * The engine's settings for reading events. It stands in the engine's package because there is no other way to its settings
 * than a builder that compiles the regular expressions of a schema first: for events nobody asks it, and at start-up they
 * cost more than reading a small file.
 */
public final class EventSettings {

    private static final int MOST_ALIASES = 50;

    private EventSettings() {}

    /** The builder's defaults, with marks, for texts of any length. */
    public static LoadSettings of(int bufferSize) {
        return new LoadSettings(
                "reader",
                Map.of(),
                ArrayList::new,
                LinkedHashSet::new,
                LinkedHashMap::new,
                version -> {
                    if (version.getMajor() != 1) {
                        throw new YamlVersionException(version);
                    }
                    return version;
                },
                bufferSize,
                false,
                false,
                MOST_ALIASES,
                true,
                Map.of(),
                Optional.empty(),
                false,
                Integer.MAX_VALUE,
                new NoSchema(),
                false);
    }

    /** Events come before any schema. */
    private static final class NoSchema implements Schema {

        @Override
        public ScalarResolver getScalarResolver() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            return Map.of();
        }
    }
}
