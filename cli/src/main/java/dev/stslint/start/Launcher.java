package dev.stslint.start;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** What {@code java -jar} runs: the command, with the classes that {@link PackedClasses} finds. */
public final class Launcher {

    private static final String COMMAND = "dev.stslint.cli.Main";
    private static final int FAILED = 2;

    private Launcher() {}

    /** Runs the command, which ends the process. */
    public static void main(String[] args) throws Throwable {
        Method command;
        try {
            command = command();
        } catch (Exception | LinkageError e) {
            throw fail(e);
        }
        try {
            command.invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Says that the jar cannot be read and ends the process: what else could tell it may be a class that is missing. */
    static Error fail(Throwable e) {
        System.err.println("stslint: internal error: the jar cannot be read: " + e.getMessage());
        Runtime.getRuntime().halt(FAILED);
        return new Error(e);
    }

    private static Method command() throws IOException, URISyntaxException, ReflectiveOperationException {
        PackedClasses classes = new PackedClasses(jar());
        Thread loading = new Thread(classes, "loading classes");
        loading.setDaemon(true);
        loading.start();
        Thread.currentThread().setContextClassLoader(classes);
        // Else the first call by reflection, which is the one below, links method handles: 160 classes.
        System.setProperty("jdk.reflect.useNativeAccessorOnly", "true");
        return classes.loadClass(COMMAND).getMethod("main", String[].class);
    }

    private static File jar() throws URISyntaxException {
        return Path.of(Launcher.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile();
    }
}
