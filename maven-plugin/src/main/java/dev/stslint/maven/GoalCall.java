package dev.stslint.maven;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** What a user writes to call a goal, in the directory that Maven was started in. */
final class GoalCall {

    /** What other goals have no use for, or what is not to be repeated. */
    private static final Set<String> REPORTING = Set.of(
            "stslint.format",
            "stslint.reportDirectory",
            "stslint.baseline",
            "stslint.verbose",
            "stslint.statistics",
            "stslint.quiet");

    private final MavenProject project;
    private final String maven;

    /**
     * Calls for a project.
     *
     * @param root the project that Maven was called for
     * @param here where it was started, which with {@code -f} is elsewhere
     */
    GoalCall(MavenProject project, Path root, Path here) {
        this.project = project;
        this.maven = project.getFile() == null || root.equals(here)
                ? "mvn "
                : "mvn -f " + word((root.startsWith(here) ? here.relativize(root) : root).toString()) + " ";
    }

    /** A goal by its shortest name that Maven understands here. */
    String of(String goal) {
        return maven + named(goal);
    }

    /**
     * A goal that shall do its work on what another one has looked at.
     *
     * @param modules what to choose with {@code -pl}; empty: all
     * @param execution the other one
     * @param user what was set on the command line
     */
    String of(String goal, String modules, MojoExecution execution, Properties user) {
        StringBuilder line = new StringBuilder(maven);
        if (!modules.isEmpty()) {
            line.append("-pl ").append(word(modules)).append(' ');
        }
        line.append(named(goal));
        if (hasOwnConfiguration(execution.getExecutionId())) {
            line.append('@').append(execution.getExecutionId());
        }
        for (String name : new TreeSet<>(user.stringPropertyNames())) {
            if (name.startsWith("stslint.") && !REPORTING.contains(name)) {
                line.append(' ').append(word("-D" + name + "=" + user.getProperty(name)));
            }
        }
        return line.toString();
    }

    private String named(String goal) {
        return project.getPlugin(ManifestMojo.PLUGIN) == null
                ? ManifestMojo.PLUGIN + ":" + StslintMojo.version() + ":" + goal
                : "stslint:" + goal;
    }

    /** Whether an execution is told something that other calls of the plugin are not. */
    private boolean hasOwnConfiguration(String execution) {
        Plugin plugin = project.getPlugin(ManifestMojo.PLUGIN);
        if (plugin == null) {
            return false;
        }
        PluginExecution own = plugin.getExecutionsAsMap().get(execution);
        return own != null
                && own.getConfiguration() != null
                && !own.getConfiguration().equals(plugin.getConfiguration());
    }

    /** One word for a shell. */
    private static String word(String text) {
        return text.matches("[\\w./:=,@%+-]+") ? text : '"' + text + '"';
    }
}
