package dev.stslint.rules;

import dev.stslint.rule.Rule;
import dev.stslint.rule.RulePack;
import dev.stslint.rules.identity.GoverningServiceInOtherNamespace;
import dev.stslint.rules.identity.GoverningServiceNotHeadless;
import dev.stslint.rules.identity.GoverningServiceSelectsOtherPods;
import dev.stslint.rules.identity.InvalidServiceName;
import dev.stslint.rules.identity.MissingServiceName;
import dev.stslint.rules.identity.UnknownGoverningService;
import dev.stslint.rules.identity.UnresolvablePodDnsName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Every rule that stslint ships, and every page. */
public final class BuiltinRules implements RulePack {

    @Override
    public List<Rule<?>> rules() {
        return List.of( // keep-sorted
                new GoverningServiceInOtherNamespace(),
                new GoverningServiceNotHeadless(),
                new GoverningServiceSelectsOtherPods(),
                new InvalidServiceName(),
                new MissingServiceName(),
                new UnknownGoverningService(),
                new UnresolvablePodDnsName());
    }

    @Override
    public Optional<String> page(String ruleId) {
        try (InputStream page = BuiltinRules.class.getResourceAsStream("docs/" + ruleId + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the page of " + ruleId + " cannot be read from stslint's own jar", e);
        }
    }
}
