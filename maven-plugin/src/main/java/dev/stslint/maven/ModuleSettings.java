package dev.stslint.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the pom.xml of a module says of a goal that is called. Maven reads that of one module only, and calls the goal once.
 */
final class ModuleSettings {

    private static final String PREFIX = "stslint.";

    /** What a goal takes from each module: the others hold for all that it looks at. */
    private static final Set<String> OWN = Set.of("skip", "paths", "context");

    private final MavenProject module;
    private final Properties user;
    private final Optional<Xpp3Dom> configuration;

    /**
     * The settings for a goal.
     *
     * @param execution the id of the execution that is called; usually none in the pom.xml has it
     * @param user what is set on the command line
     */
    ModuleSettings(MavenProject module, String execution, Properties user) {
        this.module = module;
        this.user = user;
        this.configuration =
                Optional.ofNullable(module.getPlugin(ManifestMojo.PLUGIN)).flatMap(plugin -> of(plugin, execution));
    }

    private static Optional<Xpp3Dom> of(Plugin plugin, String execution) {
        PluginExecution own = plugin.getExecutionsAsMap().get(execution);
        Object all = own == null ? plugin.getConfiguration() : own.getConfiguration();
        return all instanceof Xpp3Dom dom ? Optional.of(dom) : Optional.empty();
    }

    /** Whether the module is to be left out. */
    boolean skips() {
        return Boolean.parseBoolean(written("skip")
                .or(() -> Optional.ofNullable(user.getProperty(PREFIX + "skip")))
                .or(() -> property("skip"))
                .orElse("false"));
    }

    /** The elements of a list; none where the module does not say. */
    List<String> list(String name) {
        Optional<Xpp3Dom> element = configuration.map(all -> all.getChild(name));
        List<String> texts = new ArrayList<>();
        if (element.isPresent() && element.get().getChildCount() > 0) {
            for (Xpp3Dom child : element.get().getChildren()) {
                texts.add(child.getValue());
            }
        } else {
            text(name).ifPresent(text -> texts.addAll(List.of(text.split(",", -1))));
        }
        return ManifestMojo.given(texts);
    }

    /** The parameters in which the module differs from another, as far as one value holds for all modules. */
    Set<String> differences(ModuleSettings other) {
        Set<String> names = new TreeSet<>();
        names.addAll(names());
        names.addAll(other.names());
        names.removeAll(OWN);
        names.removeIf(name -> shown(name).equals(other.shown(name)));
        return names;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Xpp3Dom element : configuration.isPresent() ? configuration.get().getChildren() : new Xpp3Dom[0]) {
            names.add(element.getName());
        }
        for (String property : module.getProperties().stringPropertyNames()) {
            if (property.startsWith(PREFIX)) {
                names.add(property.substring(PREFIX.length()));
            }
        }
        return names;
    }

    private Optional<String> text(String name) {
        return written(name).or(() -> property(name));
    }

    private Optional<String> written(String name) {
        Optional<Xpp3Dom> element = configuration.map(all -> all.getChild(name));
        return element.map(Xpp3Dom::getValue).filter(text -> !text.isBlank());
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(module.getProperties().getProperty(PREFIX + name));
    }

    private String shown(String name) {
        return text(name).orElse("") + String.join("\n", list(name));
    }
}
