package dev.stslint.rules.secrets;

import dev.stslint.finding.Problem;
import dev.stslint.finding.Severity;
import dev.stslint.kube.Container;
import dev.stslint.kube.Field;
import dev.stslint.kube.HttpHeader;
import dev.stslint.rule.Category;
import dev.stslint.rule.Rule;
import dev.stslint.rule.RuleContext;
import dev.stslint.rule.RuleMetadata;
import dev.stslint.secret.CommandSecret;
import dev.stslint.secret.HttpCredential;
import dev.stslint.secret.SensitiveName;
import dev.stslint.secret.TokenShape;
import dev.stslint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Arguments are shown by {@code ps} on the node and in every debugger's output, and they stand in the pod's
 * specification, which more people may read than Secrets.
 */
public final class SecretInArguments implements Rule<Container> {

    private static final RuleMetadata METADATA = RuleMetadata.of("secret-in-arguments")
            .summary("a credential stands in a command line, a probe or a hook")
            .category(Category.SECRETS)
            .severity(Severity.WARNING)
            .tiers(Severity.ERROR, Severity.INFO)
            .since("0.1")
            .yieldsTo("credentials-in-url")
            .local()
            .concealing()
            .build();

    @Override
    public RuleMetadata metadata() {
        return METADATA;
    }

    @Override
    public Class<Container> target() {
        return Container.class;
    }

    @Override
    public void check(Container container, RuleContext context) {
        String owner = container.name().or("").isEmpty() ? "" : " of " + container.title();
        check(container.commandLine(), "the arguments", owner, context);
        for (List<Field<String>> command : container.handlerCommands()) {
            check(command, "a probe or hook", owner, context);
        }
        for (HttpHeader header : container.httpHeaders()) {
            check(header, context);
        }
    }

    private static void check(List<Field<String>> commandLine, String where, String owner, RuleContext context) {
        List<String> words = new ArrayList<>(commandLine.size());
        for (Field<String> word : commandLine) {
            words.add(word.or(""));
        }
        List<Token> tokens = tokens(words);
        for (Token token : tokens) {
            String message = Exposed.message(token.title(), where, owner, "");
            report(commandLine.get(token.word()), token.match().span(), Exposure.TOKEN, message, context);
        }
        for (CommandSecret secret : CommandSecret.in(words)) {
            Span value = secret.value();
            String text = words.get(secret.word()).substring(value.start(), value.end());
            Exposure exposure = Exposure.of(secret.kind(), secret.option(), text);
            if (exposure != Exposure.NONE && !isToken(secret, tokens)) {
                String phrase = exposure.phrase(secret.kind().noun());
                String message = Exposed.message(phrase, where, owner, secret.option());
                report(commandLine.get(secret.word()), value, exposure, message, context);
            }
        }
    }

    private static void check(HttpHeader header, RuleContext context) {
        String value = header.value().or("");
        String name = header.name().or("");
        Optional<SensitiveName> kind = SensitiveName.of(name);
        int start = HttpCredential.startIn(value);
        Exposure exposure = kind.isPresent() ? Exposure.of(kind.get(), name, value.substring(start)) : Exposure.NONE;
        if (exposure != Exposure.NONE) {
            String noun = kind.get().noun();
            String where = "header " + Exposed.shown(name);
            String message = Exposed.message(exposure.phrase(noun), where, " of a probe or hook", "");
            context.conceal(header.value().origin(start, value.length()));
            context.report(problem(header.value(), new Span(start, value.length()), exposure, message)
                    .help("probe a path that asks for no credential; headers take nothing from variables or Secrets")
                    .basedOn(header.name()));
        }
    }

    private static void report(Field<String> word, Span span, Exposure exposure, String message, RuleContext context) {
        context.conceal(word.origin(span.start(), span.end()));
        context.report(problem(word, span, exposure, message)
                .help("read it from a Secret into a variable and write `$(NAME)` in its place"));
    }

    private static Problem problem(Field<String> field, Span span, Exposure exposure, String message) {
        return Problem.at(field.part(span.start(), span.end()), message)
                .label(exposure.label("everybody who can see the pod or its processes can read it"))
                .severity(exposure.severity());
    }

    /** A credential that shows by its looks what it is, in a word of a command line. */
    private record Token(int word, TokenShape.Match match) {

        String title() {
            return match.shape().title();
        }
    }

    private static List<Token> tokens(List<String> words) {
        List<Token> tokens = new ArrayList<>(0);
        for (int i = 0; i < words.size(); i++) {
            for (TokenShape.Match match : TokenShape.in(words.get(i))) {
                tokens.add(new Token(i, match));
            }
        }
        return tokens;
    }

    private static boolean isToken(CommandSecret secret, List<Token> tokens) {
        for (Token token : tokens) {
            if (token.word() == secret.word() && token.match().span().touches(secret.value())) {
                return true;
            }
        }
        return false;
    }
}
