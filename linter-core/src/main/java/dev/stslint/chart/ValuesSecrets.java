package dev.stslint.chart;

import dev.stslint.secret.Placeholder;
import dev.stslint.secret.SensitiveName;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The secrets among a chart's values, in the forms in which helm may repeat them in what it says of a failure: in quotes, in
 * base64, a line of several, a number as Go prints it. Letters are found in capitals and in small ones.
 */
final class ValuesSecrets {

    /** Shorter ones are found in any sentence. */
    private static final int SHORTEST = 4;

    /** A shorter line of a longer value may stand elsewhere for other reasons. */
    private static final int SHORTEST_LINE = 6;

    /** Beyond these Go prints an exponent. */
    private static final int LARGEST_EXPONENT = 5;

    private static final int SMALLEST_EXPONENT = -4;

    private final Set<String> forms = new TreeSet<>();
    private final Set<String> names = new HashSet<>();

    private ValuesSecrets() {}

    /** Of files as far as they can be read. */
    static ValuesSecrets in(List<Path> files) {
        ValuesSecrets secrets = new ValuesSecrets();
        for (Path file : files) {
            try {
                for (YamlDocument document : new YamlReader(YamlLimits.DEFAULT)
                        .read(SourceFile.of(file.toString(), Files.readString(file)))
                        .documents()) {
                    if (document.root().isPresent()) {
                        secrets.collect(document.root().get(), false);
                    }
                }
            } catch (IOException e) {
                // Then helm could not read it either.
            }
        }
        return secrets;
    }

    /** Adds where they stand in a text. */
    void addOccurrences(String text, List<Span> found) {
        for (String form : forms) {
            for (int at = 0; at + form.length() <= text.length(); at++) {
                if (text.regionMatches(true, at, form, 0, form.length())) {
                    found.add(new Span(at, at + form.length()));
                }
            }
        }
    }

    /** What the values are called. */
    Set<String> names() {
        return names;
    }

    /** Adds a secret in all of its forms. */
    void add(String secret) {
        addText(secret, SHORTEST);
        if (secret.indexOf('\n') >= 0) {
            secret.lines().forEach(line -> addText(line, SHORTEST_LINE));
        }
        addNumber(secret);
    }

    private void collect(YamlNode node, boolean isSecret) {
        if (node.target() instanceof YamlMapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                names.add(mapping.name(i));
                collect(mapping.value(i), isSecret || SensitiveName.matches(mapping.name(i)));
            }
        } else if (node.target() instanceof YamlSequence sequence) {
            for (int i = 0; i < sequence.size(); i++) {
                collect(sequence.item(i), isSecret);
            }
        } else if (isSecret && node.target() instanceof YamlScalar scalar && isValue(scalar.text())) {
            add(scalar.text());
        }
    }

    /** What is on or off, or nothing, stands in any sentence too. */
    private static boolean isValue(String text) {
        Placeholder kind = Placeholder.of(text);
        return kind != Placeholder.BOOLEAN && kind != Placeholder.EMPTY;
    }

    private void addText(String text, int shortest) {
        String secret = text.strip();
        if (secret.length() >= shortest) {
            forms.add(secret);
            forms.add(escaped(secret));
            forms.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** As in Go's quotes, and in those of JSON and YAML. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /** Values that are numbers reach templates as floating-point ones, and those from a million on are printed with an exponent. */
    private void addNumber(String text) {
        if (text.length() < SHORTEST) {
            return;
        }
        try {
            String digits = text.strip().replace("_", "");
            double value = isOctal(digits) ? new BigInteger(digits, 8).doubleValue() : Double.parseDouble(digits);
            if (Double.isFinite(value) && value != 0) {
                BigDecimal number = new BigDecimal(Double.toString(value)).stripTrailingZeros();
                addText(asGoPrints(number), SHORTEST);
                addText(number.toPlainString(), SHORTEST);
            }
        } catch (NumberFormatException e) {
            // It is no number.
        }
    }

    private static boolean isOctal(String digits) {
        boolean isOctal = digits.startsWith("0");
        for (int i = 0; i < digits.length(); i++) {
            isOctal &= digits.charAt(i) >= '0' && digits.charAt(i) <= '7';
        }
        return isOctal;
    }

    /** {@code 8.4736251e+07}, by the verb {@code %v}. */
    private static String asGoPrints(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= SMALLEST_EXPONENT && exponent <= LARGEST_EXPONENT) {
            return number.toPlainString();
        }
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + power;
    }
}
