package dev.stslint.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A page of `rules/docs` as text with fenced blocks. */
record RulePage(String id, Path file, List<Block> blocks) {

    /**
     * A fenced block.
     *
     * @param info what stands behind the backticks, as {@code yaml expect}
     * @param firstLine of its content, counted from 0
     * @param lines its content
     */
    record Block(String info, int firstLine, List<String> lines) {
        String text() {
            return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        }
    }

    static Stream<RulePage> all() {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().map(RulePage::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RulePage read(Path file) {
        List<String> lines = linesOf(file);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```") && lines.get(i).length() > 3) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                blocks.add(new Block(lines.get(i).substring(3), i + 1, List.copyOf(lines.subList(i + 1, end))));
                i = end;
            }
        }
        return new RulePage(file.getFileName().toString().replace(".md", ""), file, blocks);
    }

    List<Block> blocks(String info) {
        return blocks.stream().filter(block -> block.info().equals(info)).toList();
    }

    /** The rendered block that belongs to an example: the first one behind it. */
    Block renderedAfter(Block example) {
        return blocks("text rendered").stream()
                .filter(block -> block.firstLine() > example.firstLine())
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + ": an example without a ```text rendered block"));
    }

    /** Writes the page with other content in one block. */
    void replace(Block block, String text) {
        List<String> lines = new ArrayList<>(linesOf(file));
        lines.subList(block.firstLine(), block.firstLine() + block.lines().size())
                .clear();
        lines.addAll(block.firstLine(), text.lines().toList());
        try {
            Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
