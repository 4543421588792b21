package dev.stslint.chart;

import dev.stslint.secret.SensitiveName;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Texts in a template that may be secrets: those in an action that names one, as the default of a password. */
public final class TemplateSecrets {

    private TemplateSecrets() {}

    /** What stands between their quotes. */
    public static List<Span> in(String template) {
        List<Span> secrets = new ArrayList<>(0);
        for (TemplateAction action = TemplateAction.from(template, 0);
                action != null;
                action = TemplateAction.from(template, action.end())) {
            List<Span> texts = new ArrayList<>(1);
            if (readsSecret(action, texts)) {
                secrets.addAll(texts);
            }
        }
        return secrets;
    }

    /** @param texts gets all texts of the action */
    private static boolean readsSecret(TemplateAction action, List<Span> texts) {
        String template = action.template();
        boolean reads = false;
        int at = action.start();
        while (at < action.end()) {
            char c = template.charAt(at);
            if (TemplateAction.isQuote(c)) {
                int end = TemplateAction.endOfText(template, at);
                if (end - at > 2) {
                    texts.add(new Span(at + 1, end - 1));
                }
                at = end;
            } else if (isOfName(c)) {
                int end = at;
                while (end < action.end() && isOfName(template.charAt(end))) {
                    end++;
                }
                reads |= SensitiveName.matches(template.substring(at, end));
                at = end;
            } else {
                at++;
            }
        }
        return reads;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
}
