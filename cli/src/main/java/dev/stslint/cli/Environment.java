package dev.stslint.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds the command.
 *
 * @param workingDirectory what relative paths are relative to
 * @param variables the environment's variables
 * @param outputIsTerminal whether people look at standard output
 * @param errorIsTerminal whether people look at standard error
 * @param charset of what they see; files and pipes get UTF-8
 */
record Environment(
        Path workingDirectory,
        Map<String, String> variables,
        boolean outputIsTerminal,
        boolean errorIsTerminal,
        Charset charset) {

    private static final int WIDTH = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    /** The one of this process. */
    static Environment ofProcess() {
        boolean output = isTerminal(1);
        boolean error = isTerminal(2);
        return new Environment(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                output,
                error,
                output ? terminalCharset() : StandardCharsets.UTF_8);
    }

    /** <a href="https://no-color.org">NO_COLOR</a> and <a href="https://bixense.com/clicolors">CLICOLOR_FORCE</a>. */
    boolean wantsColors(boolean terminal) {
        if (!variable("NO_COLOR").isEmpty()) {
            return false;
        }
        String force = variable("CLICOLOR_FORCE");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return terminal && understandsEscapes() && !variable("CLICOLOR").equals("0");
    }

    /** Where installed programs are. */
    String searchPath() {
        return variable("PATH");
    }

    /** Whether somebody looks at standard error who can be shown a line that goes away again. */
    boolean showsProgress() {
        return errorIsTerminal && understandsEscapes();
    }

    /** How many columns to fill with text. */
    int width() {
        try {
            int columns = Integer.parseInt(variable("COLUMNS"));
            return columns < NARROWEST ? WIDTH : Math.min(columns, WIDEST);
        } catch (NumberFormatException e) {
            return WIDTH;
        }
    }

    /** Older consoles of Windows print escape sequences as they are; those that do not can be told by a variable. */
    private boolean understandsEscapes() {
        if (variable("OS").equals("Windows_NT") && variable("TERM").isEmpty()) {
            return variables.containsKey("WT_SESSION") || variable("ConEmuANSI").equals("ON");
        }
        return !variable("TERM").equals("dumb");
    }

    private String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /**
     * Asks the launcher, which knows for nothing; else the kernel where it tells; else the JVM, which only knows
     * whether both standard input and output are a terminal.
     */
    @SuppressWarnings("SystemConsoleNull") // where it is never null, it is asked
    private static boolean isTerminal(int descriptor) {
        String told = System.getProperty("stslint.terminals");
        if (told != null) {
            return told.indexOf('0' + descriptor) >= 0;
        }
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** From JDK 22 on there is a console without a terminal, and a method to ask. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Only Windows has terminals that do not take UTF-8; the JVM names their charset. */
    private static Charset terminalCharset() {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.UTF_8;
    }
}
