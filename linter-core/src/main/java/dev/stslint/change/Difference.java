package dev.stslint.change;

import java.util.ArrayList;
import java.util.List;

/**
 * A file that git finds different, in its raw format: {@code :<mode> <mode> <blob> <blob> <status>} and the path.
 *
 * @param oldMode kind and permissions before
 * @param oldBlob what git calls the content before
 * @param status {@code A}dded, {@code D}eleted, {@code M}odified, {@code T}ype changed, {@code U}nmerged
 */
record Difference(String oldMode, String oldBlob, char status, String path) {

    /** Reads what a command listed. */
    static List<Difference> read(List<String> fields) {
        List<Difference> differences = new ArrayList<>(fields.size() / 2);
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            String[] facts = fields.get(i).substring(1).split(" ", -1);
            differences.add(new Difference(facts[0], facts[2], facts[4].charAt(0), fields.get(i + 1)));
        }
        return differences;
    }

    boolean isAddition() {
        return status == 'A';
    }

    boolean isDeletion() {
        return status == 'D';
    }
}
