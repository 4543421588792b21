package dev.stslint.benchmarks.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Work that was done, by method.
 *
 * @param calls how often each method was entered
 * @param turns how often the loops in it went round
 */
record Work(List<String> methods, List<Long> calls, List<Long> turns) {

    private static final int MOST_SHOWN = 8;

    /** All of it: the steps of a run. */
    long steps() {
        long steps = 0;
        for (int i = 0; i < methods.size(); i++) {
            steps += steps(i);
        }
        return steps;
    }

    /** How often methods were entered whose name starts so, as {@code dev.stslint.source.SourceReader.read}. */
    long calls(String prefix) {
        long sum = 0;
        for (int i = 0; i < methods.size(); i++) {
            if (methods.get(i).startsWith(prefix)) {
                sum += calls.get(i);
            }
        }
        return sum;
    }

    /** The methods whose work grew most beyond {@code factor} times what it was before, worst first. */
    String offenders(Work before, double factor) {
        record Growth(String method, long from, long to, double excess) {}
        List<Growth> growths = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            long from = i < before.methods.size() ? before.steps(i) : 0;
            growths.add(new Growth(methods.get(i), from, steps(i), steps(i) - factor * from));
        }
        growths.sort(Comparator.comparing(Growth::excess).reversed());
        StringBuilder shown = new StringBuilder();
        for (Growth growth : growths.subList(0, Math.min(MOST_SHOWN, growths.size()))) {
            shown.append("\n  ").append(growth.from()).append(" -> ").append(growth.to());
            shown.append("  ").append(growth.method());
        }
        return shown.toString();
    }

    private long steps(int method) {
        return calls.get(method) + turns.get(method);
    }
}
