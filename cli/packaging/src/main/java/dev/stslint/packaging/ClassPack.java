package dev.stslint.packaging;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Classes as {@code dev.stslint.start.Pack} reads them, whose description tells the layout. */
final class ClassPack {

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> classes = new ArrayList<>();
    private LocalDateTime time = LocalDateTime.MIN;

    /** Adds a class behind the others. */
    void add(String name, byte[] content, LocalDateTime time) {
        names.add(name);
        classes.add(content);
        if (time.isAfter(this.time)) {
            this.time = time;
        }
    }

    /** That of the latest class. */
    LocalDateTime time() {
        return time;
    }

    byte[] content() throws IOException {
        int[] slots = slots();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(names.size());
        out.writeInt(slots.length);
        for (int index : slots) {
            out.writeInt(index);
        }
        int place = out.size() + 8 * names.size() + 4;
        for (int i = 0; i < names.size(); i++) {
            out.writeInt(place);
            place += names.get(i).length();
            out.writeInt(place);
            place += classes.get(i).length;
        }
        out.writeInt(place);
        for (int i = 0; i < names.size(); i++) {
            out.write(names.get(i).getBytes(StandardCharsets.ISO_8859_1));
            out.write(classes.get(i));
        }
        return bytes.toByteArray();
    }

    /** Half of them free, so that most searches end at once. */
    private int[] slots() {
        int[] slots = new int[Math.max(2, Integer.highestOneBit(names.size()) * 4)];
        Arrays.fill(slots, -1);
        for (int i = 0; i < names.size(); i++) {
            int slot = names.get(i).hashCode();
            while (slots[slot & (slots.length - 1)] >= 0) {
                slot++;
            }
            slots[slot & (slots.length - 1)] = i;
        }
        return slots;
    }
}
