package dev.stslint.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An argument with wildcards, expanded here because quoting keeps it from the shell and Windows has no shell that does.
 * Besides the wildcards of {@link PathPattern} it knows {@code {a,b}}.
 *
 * @param base what stands before the first part with a wildcard; empty for none
 * @param patterns what stands behind it; empty when there was no wildcard but in braces
 */
record GlobArgument(String base, List<String> patterns) {

    private static final int MOST = 1000;

    static boolean isGlob(String argument) {
        return argument.indexOf('*') >= 0
                || argument.indexOf('?') >= 0
                || argument.indexOf('[') >= 0
                || argument.indexOf('{') >= 0;
    }

    /** The parts of an argument, one for each base. */
    static List<GlobArgument> parse(String argument) {
        List<GlobArgument> globs = new ArrayList<>();
        for (String alternative : alternatives(argument)) {
            int wild = 0;
            while (wild < alternative.length()) {
                int slash = alternative.indexOf('/', wild);
                int end = slash < 0 ? alternative.length() : slash;
                if (PathPattern.isWild(alternative.substring(wild, end))) {
                    break;
                }
                wild = slash < 0 ? end : slash + 1;
            }
            String base = alternative.substring(0, wild);
            List<String> patterns = new ArrayList<>(1);
            if (wild < alternative.length()) {
                patterns.add(alternative.substring(wild));
            }
            boolean joined = false;
            for (GlobArgument other : globs) {
                if (other.base.equals(base)) {
                    other.patterns.addAll(patterns);
                    joined = true;
                }
            }
            if (!joined) {
                globs.add(new GlobArgument(base, patterns));
            }
        }
        return globs;
    }

    /** The patterns as a root. */
    InputRoot under(InputRoot directory) {
        List<PathPattern> globs = new ArrayList<>(patterns.size());
        Set<String> spelled = new HashSet<>();
        int depth = 0;
        for (String pattern : patterns) {
            globs.add(new PathPattern(pattern));
            String[] parts = pattern.split("/", -1);
            for (String part : parts) {
                if (part.equals("**")) {
                    depth = Integer.MAX_VALUE;
                } else if (!PathPattern.isWild(part)) {
                    spelled.add(part);
                }
            }
            depth = Math.max(depth, parts.length);
        }
        return new InputRoot(directory.directory(), directory.real(), directory.shown(), globs, spelled, depth);
    }

    /** What the braces stand for; an unclosed one, and one without a comma, stands for itself. */
    private static List<String> alternatives(String text) {
        List<String> done = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(text));
        while (!open.isEmpty() && done.size() + open.size() < MOST) {
            String next = open.remove(open.size() - 1);
            if (!expand(next, open)) {
                done.add(next);
            }
        }
        done.addAll(open);
        return done;
    }

    private static boolean expand(String text, List<String> into) {
        for (int start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
            List<Integer> cuts = new ArrayList<>(List.of(start));
            int depth = 0;
            for (int i = start; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '{') {
                    depth++;
                } else if (c == '}') {
                    depth--;
                }
                if (depth == 0 || (depth == 1 && c == ',')) {
                    cuts.add(i);
                }
                if (depth == 0) {
                    break;
                }
            }
            if (depth == 0 && cuts.size() > 2) {
                String before = text.substring(0, start);
                String after = text.substring(cuts.get(cuts.size() - 1) + 1);
                for (int i = cuts.size() - 1; i > 0; i--) {
                    into.add(before + text.substring(cuts.get(i - 1) + 1, cuts.get(i)) + after);
                }
                return true;
            }
        }
        return false;
    }
}
