package dev.stslint.cli;

/** The {@code stslint} command. A placeholder that only knows its version. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("stslint " + (version == null ? "(not packaged)" : version));
    }
}
