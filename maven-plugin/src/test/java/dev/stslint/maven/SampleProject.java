package dev.stslint.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** A module in a directory, and the goals as Maven would call them there. */
final class SampleProject {

    static final String BROKEN = "apiVersion: v1\nkind: Service\n metadata: {name: db}\n";
    static final String CLEAN = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: db}\n";

    /** An error with a safe repair. */
    static final String REPAIRABLE = """
            apiVersion: v1
            kind: Pod
            metadata: {name: db}
            spec:
              containers:
                - name: db
                  image: example/db:1
                  env:
                    - name: DEBUG
                      value: true
            """;

    /** An error with a repair that changes behavior. */
    static final String UNSAFELY_REPAIRABLE = """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: db}
            spec:
              minAvailable: 3
              selector: {matchLabels: {app: db}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: db}
            spec:
              replicas: 3
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - name: db
                      image: example/db:1
            """;

    private final Path start;
    private final Path directory;
    final MavenProject project = new MavenProject();
    final RecordingLog log = new RecordingLog();

    /** @param module where it is, below the start of the build; empty: there */
    SampleProject(Path start, String module) {
        this.start = start;
        this.directory = start.resolve(module);
        project.setArtifactId(module.isEmpty() ? "sample" : module);
        project.setFile(directory.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(directory.resolve("target").toString());
    }

    /** The plugin stands in the pom.xml. */
    SampleProject declaring() {
        plugin();
        return this;
    }

    /** The plugin stands in the pom.xml, with a parameter. */
    SampleProject configured(String parameter, String value) {
        plugin().setConfiguration(configuration(parameter, value));
        return this;
    }

    /** An execution of the plugin stands in the pom.xml, with a parameter. */
    void configured(String execution, String parameter, String value) {
        PluginExecution own = new PluginExecution();
        own.setId(execution);
        own.setConfiguration(configuration(parameter, value));
        plugin().addExecution(own);
        plugin().flushExecutionMap();
    }

    private Plugin plugin() {
        if (project.getBuild().getPlugins().isEmpty()) {
            Plugin plugin = new Plugin();
            plugin.setGroupId("dev.stslint");
            plugin.setArtifactId("stslint-maven-plugin");
            project.getBuild().addPlugin(plugin);
        }
        return project.getBuild().getPlugins().get(0);
    }

    private static Xpp3Dom configuration(String parameter, String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(parameter);
        child.setValue(value);
        configuration.addChild(child);
        return configuration;
    }

    /** A goal that is bound in the pom.xml. */
    <T extends ManifestMojo> T set(T mojo) {
        mojo.project = project;
        mojo.modules = List.of(project);
        mojo.execution = new MojoExecution(new MojoDescriptor(), "default", MojoExecution.Source.LIFECYCLE);
        mojo.root = start.toFile();
        mojo.here = start.toFile();
        mojo.setLog(log);
        return mojo;
    }

    /** A goal that is called, and is there for all modules. */
    <T extends ManifestMojo> T call(T mojo, SampleProject... others) {
        set(mojo);
        List<MavenProject> modules = new ArrayList<>(List.of(project));
        for (SampleProject other : others) {
            modules.add(other.project);
        }
        mojo.modules = modules;
        mojo.execution = new MojoExecution(new MojoDescriptor(), "default-cli", MojoExecution.Source.CLI);
        return mojo;
    }

    void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    Path path(String file) {
        return directory.resolve(file);
    }
}
