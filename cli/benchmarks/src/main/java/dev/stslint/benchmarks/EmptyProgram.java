package dev.stslint.benchmarks;

/** What a JVM costs before it does anything. */
public final class EmptyProgram {

    private EmptyProgram() {}

    public static void main(String[] args) {}
}
