package dev.stslint.finding;

/**
 * Identifies a finding across edits by two keys: one with the file's path and one without, so that a renamed file and
 * twins in several directories both keep their places. Neither line nor message counts.
 *
 * @param exact of path, rule, object, field path and ordinal, 16 hexadecimal digits
 * @param moved the same without the path
 */
public record Fingerprint(String exact, String moved) {

    /**
     * The fingerprint of a finding.
     *
     * @param ordinal counts findings that agree in everything else, from 0
     */
    public static Fingerprint of(String path, String ruleId, String object, String fieldPath, int ordinal) {
        long moved = mix(mix(mix(mix(0xcbf29ce484222325L, ruleId), object), fieldPath), Integer.toString(ordinal));
        return new Fingerprint(hex(mix(moved, path)), hex(moved));
    }

    /** The fingerprint of the same finding in another file. */
    public Fingerprint in(String path) {
        return new Fingerprint(hex(mix(Long.parseUnsignedLong(moved, 16), path)), moved);
    }

    /** 64-bit FNV-1a, each part closed by a unit that no part holds. */
    private static long mix(long hash, String part) {
        long mixed = hash;
        for (int i = 0; i < part.length(); i++) {
            mixed = (mixed ^ part.charAt(i)) * 0x100000001b3L;
        }
        return (mixed ^ 0xFFFF) * 0x100000001b3L;
    }

    private static String hex(long value) {
        char[] digits = new char[16];
        for (int i = 15, rest = 0; i >= 0; i--, rest += 4) {
            digits[i] = Character.forDigit((int) (value >>> rest) & 0xF, 16);
        }
        return new String(digits);
    }
}
