package dev.stslint.benchmarks.corpus;

import java.util.List;

/** Writes the nested mappings and lists of one object; what they look like is the implementation's business. */
interface TreeWriter {

    /** An entry whose value is written as it is given: quoted where YAML asks for it. */
    TreeWriter put(String key, String value);

    TreeWriter put(String key, int value);

    TreeWriter map(String key, Runnable entries);

    /** A list; its content consists of {@link #item} and {@link #element}. */
    TreeWriter list(String key, Runnable items);

    TreeWriter item(Runnable entries);

    TreeWriter element(String value);

    /** A list of plain values. */
    TreeWriter values(String key, List<String> values);

    /** An entry whose value has several lines. */
    TreeWriter text(String key, String lines);

    TreeWriter comment(String text);
}
