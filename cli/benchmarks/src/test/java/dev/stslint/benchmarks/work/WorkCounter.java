package dev.stslint.benchmarks.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What counted classes call as they work. One thread at a time: there is one counter, because the calls are written into
 * byte code, which has nothing to hold on to.
 */
public final class WorkCounter {

    private static final List<String> METHODS = new ArrayList<>();

    private static long[] calls = new long[1024];
    private static long[] turns = new long[1024];

    private WorkCounter() {}

    /** Gives a method its number. */
    static int register(String method) {
        METHODS.add(method);
        if (METHODS.size() > calls.length) {
            calls = Arrays.copyOf(calls, calls.length * 2);
            turns = Arrays.copyOf(turns, turns.length * 2);
        }
        return METHODS.size() - 1;
    }

    static void reset() {
        Arrays.fill(calls, 0);
        Arrays.fill(turns, 0);
    }

    static Work taken() {
        return new Work(
                List.copyOf(METHODS),
                Arrays.stream(calls).boxed().toList(),
                Arrays.stream(turns).boxed().toList());
    }

    /** A method was entered. */
    public static void call(int method) {
        calls[method]++;
    }

    /** A loop in a method goes round once more. */
    public static void turn(int method) {
        turns[method]++;
    }

    /** A method has looked at so many characters or elements by a single call into the JDK. */
    private static void scan(int method, int looked) {
        turns[method] += looked / CHARACTERS_A_TURN;
    }

    /** The JDK compares many characters at once. */
    private static final int CHARACTERS_A_TURN = 8;

    public static int indexOf(String text, int c, int method) {
        int found = text.indexOf(c);
        scan(method, found < 0 ? text.length() : found);
        return found;
    }

    public static int indexOf(String text, int c, int from, int method) {
        int found = text.indexOf(c, from);
        scan(method, (found < 0 ? text.length() : found) - Math.min(from, text.length()));
        return found;
    }

    public static int indexOf(String text, String part, int method) {
        int found = text.indexOf(part);
        scan(method, found < 0 ? text.length() : found);
        return found;
    }

    public static int indexOf(String text, String part, int from, int method) {
        int found = text.indexOf(part, from);
        scan(method, (found < 0 ? text.length() : found) - Math.min(from, text.length()));
        return found;
    }

    public static int lastIndexOf(String text, int c, int method) {
        int found = text.lastIndexOf(c);
        scan(method, text.length() - found);
        return found;
    }

    public static int lastIndexOf(String text, int c, int from, int method) {
        int found = text.lastIndexOf(c, from);
        scan(method, Math.max(0, Math.min(from, text.length()) - found));
        return found;
    }

    public static int lastIndexOf(String text, String part, int method) {
        int found = text.lastIndexOf(part);
        scan(method, text.length() - found);
        return found;
    }

    public static int lastIndexOf(String text, String part, int from, int method) {
        int found = text.lastIndexOf(part, from);
        scan(method, Math.max(0, Math.min(from, text.length()) - found));
        return found;
    }

    public static boolean contains(String text, CharSequence part, int method) {
        int found = text.indexOf(part.toString());
        scan(method, found < 0 ? text.length() : found);
        return found >= 0;
    }

    public static boolean contains(List<?> list, Object element, int method) {
        return indexOf(list, element, method) >= 0;
    }

    public static int indexOf(List<?> list, Object element, int method) {
        int found = list.indexOf(element);
        turns[method] += found < 0 ? list.size() : found;
        return found;
    }
}
