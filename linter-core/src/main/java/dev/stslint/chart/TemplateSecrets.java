package dev.stslint.chart;

import dev.stslint.secret.SensitiveName;
import dev.stslint.secret.SpokenSecrets;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Texts in a template that may be secrets: those in an action that names one, as the default of a password. Of what it says to
 * people only what gives one away, as in {@code fail "the password is x"}.
 */
public final class TemplateSecrets {

    /** Functions whose next text is a sentence, or the form of one. */
    private static final Set<String> SPEAKING = Set.of("fail", "required", "printf");

    private TemplateSecrets() {}

    /** What stands between their quotes. */
    public static List<Span> in(String template) {
        List<Span> secrets = new ArrayList<>(0);
        for (TemplateAction action = TemplateAction.from(template, 0);
                action != null;
                action = TemplateAction.from(template, action.end())) {
            Reading reading = new Reading(action);
            if (reading.namesSecret) {
                reading.addSecrets(secrets);
            } else {
                secrets.addAll(reading.values);
            }
        }
        return secrets;
    }

    /** What an action holds. */
    private static final class Reading {

        private final String template;
        private final List<Span> sentences = new ArrayList<>(0);
        private final List<Span> texts = new ArrayList<>(0);

        /** Those behind the name of a secret that is a text itself, as in {@code dict "password" "x"}. */
        private final List<Span> values = new ArrayList<>(0);

        private boolean namesSecret;

        Reading(TemplateAction action) {
            this.template = action.template();
            String before = "";
            int at = action.start();
            while (at < action.end()) {
                char c = template.charAt(at);
                if (TemplateAction.isQuote(c)) {
                    int end = TemplateAction.endOfText(template, at);
                    before = read(new Span(at + 1, Math.max(at + 1, end - 1)), before);
                    at = end;
                } else if (isOfName(c)) {
                    int end = at;
                    while (end < action.end() && isOfName(template.charAt(end))) {
                        end++;
                    }
                    before = template.substring(at, end);
                    namesSecret |= SensitiveName.matches(before);
                    at = end;
                } else {
                    at++;
                }
            }
        }

        /** @param before the word or text in front of it; gives what is in front of the next */
        private String read(Span span, String before) {
            String text = template.substring(span.start(), span.end());
            if (span.isEmpty()) {
                return text;
            }
            boolean isSentence = SPEAKING.contains(before);
            (isSentence ? sentences : texts).add(span);
            namesSecret |= isSentence && SpokenSecrets.namesOne(text);
            if (before.startsWith("\"") && SensitiveName.matches(before.substring(1))) {
                values.add(span);
            }
            return "\"" + text;
        }

        void addSecrets(List<Span> secrets) {
            secrets.addAll(texts);
            for (Span sentence : sentences) {
                String text = template.substring(sentence.start(), sentence.end());
                for (Span secret : SpokenSecrets.inTextAboutOne(text)) {
                    secrets.add(new Span(sentence.start() + secret.start(), sentence.start() + secret.end()));
                }
            }
        }
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
}
