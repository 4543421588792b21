package dev.stslint.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The yardstick: SnakeYAML Engine's parser with its own defaults, its events counted and dropped. It is what every
 * linter that builds on this parser must do at least.
 *
 * <pre>BareEvents THREADS PATH    reads all YAML and JSON files below a path, and prints how many events there were</pre>
 */
public final class BareEvents {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private BareEvents() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException, InterruptedException {
        int threads = Integer.parseInt(args[0]);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of(args[1]))) {
            files = walk.filter(BareEvents::isRead).toList();
        }
        AtomicInteger next = new AtomicInteger();
        AtomicLong events = new AtomicLong();
        Runnable work = () -> {
            long sum = 0;
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                sum += count(read(files.get(i)));
            }
            events.addAndGet(sum);
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(work);
            thread.start();
            others.add(thread);
        }
        work.run();
        for (Thread thread : others) {
            thread.join();
        }
        System.out.println(events.get() + " events in " + files.size() + " files");
    }

    /** The events of a text, up to its first syntax error. */
    static long count(String text) {
        long count = 0;
        Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
        try {
            while (events.hasNext()) {
                events.next();
                count++;
            }
        } catch (YamlEngineException e) {
            return count; // a file that does not parse costs what it costs up to there
        }
        return count;
    }

    private static boolean isRead(Path file) {
        String name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
