package dev.stslint.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that can be left to be linked, in all its forms. */
public final class LinkedExample {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final String prefix;

    private LinkedExample(String prefix) {
        this.prefix = prefix;
    }

    /** What each of them gives. */
    public static List<String> all() {
        LinkedExample example = new LinkedExample("p");
        long wide = 1L << 40;
        double half = 0.5;
        Function<String, Integer> length = String::length;
        Supplier<String> bound = example.prefix::trim;
        Function<String, LinkedExample> made = LinkedExample::new;
        IntFunction<List<String>> list = ArrayList::new;
        IntFunction<String[]> array = String[]::new;
        ToLongFunction<Integer> widened = Integer::intValue;
        IntBinaryOperator larger = Math::max;
        BiFunction<Integer, Integer, Integer> boxed = Math::max;
        UnaryOperator<String> capturing = text -> text + wide + half + example.own(text);
        Runnable dropped = () -> example.own("nothing");
        dropped.run();
        Point point = new Point(1, 2L, 0.5f, "x", List.of(1));
        return List.of(
                String.valueOf(length.apply("four")),
                bound.get(),
                made.apply("q").prefix,
                String.valueOf(list.apply(3).size()),
                String.valueOf(array.apply(2).length),
                String.valueOf(widened.applyAsLong(7)),
                String.valueOf(larger.applyAsInt(3, 4)),
                String.valueOf(boxed.apply(5, 6)),
                capturing.apply("c"),
                String.join(",", Stream.of("b", "a").sorted(String::compareTo).toList()),
                String.valueOf(DIGITS.matcher("1234").matches()),
                new Empty() + "" + new Empty().equals(new Empty()) + new Empty().hashCode(),
                String.valueOf(point.equals(new Point(1, 2L, 0.5f, "x", point.rest))),
                String.valueOf(point.equals(new Point(1, 2L, 0.25f, "x", point.rest))),
                String.valueOf(point.hashCode() == new Point(1, 2L, 0.5f, "x", point.rest).hashCode()),
                new Point(1, 2L, 0.5f, null, null).toString());
    }

    private String own(String text) {
        return prefix + text;
    }

    private record Empty() {}

    private record Point(int x, long y, float z, String name, List<Integer> rest) {}
}
