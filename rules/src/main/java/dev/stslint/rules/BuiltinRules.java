package dev.stslint.rules;

import dev.stslint.rule.Rule;
import dev.stslint.rule.RulePack;
import dev.stslint.rules.api.AmbiguousScalar;
import dev.stslint.rules.api.RemovedApiVersion;
import dev.stslint.rules.api.SchemaPolicy;
import dev.stslint.rules.api.SchemaViolation;
import dev.stslint.rules.availability.InvalidPdb;
import dev.stslint.rules.availability.OverlappingPdbs;
import dev.stslint.rules.availability.PdbBlocksAtScaleFloor;
import dev.stslint.rules.availability.PdbBlocksEviction;
import dev.stslint.rules.availability.PdbSelectsNothing;
import dev.stslint.rules.environment.EnvValueNotString;
import dev.stslint.rules.environment.LateEnvReference;
import dev.stslint.rules.identity.GoverningServiceInOtherNamespace;
import dev.stslint.rules.identity.GoverningServiceNotHeadless;
import dev.stslint.rules.identity.GoverningServiceSelectsOtherPods;
import dev.stslint.rules.identity.InvalidServiceName;
import dev.stslint.rules.identity.MissingServiceName;
import dev.stslint.rules.identity.UnknownGoverningService;
import dev.stslint.rules.identity.UnresolvablePodDnsName;
import dev.stslint.rules.rollout.FrozenRollout;
import dev.stslint.rules.secrets.CommittedSecret;
import dev.stslint.rules.secrets.CredentialsInUrl;
import dev.stslint.rules.secrets.InlineSecret;
import dev.stslint.rules.secrets.SecretInArguments;
import dev.stslint.rules.secrets.SecretInConfigMap;
import dev.stslint.rules.storage.DuplicateClaimTemplate;
import dev.stslint.rules.storage.ShadowedVolume;
import dev.stslint.rules.storage.UnknownVolumeMount;
import dev.stslint.rules.storage.UnmountedClaimTemplate;
import dev.stslint.rules.storage.UnpersistedDataDirectory;
import dev.stslint.rules.workload.StatefulDeployment;
import dev.stslint.rules.workload.StatelessStatefulSet;
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
                new AmbiguousScalar(),
                new CommittedSecret(),
                new CredentialsInUrl(),
                new DuplicateClaimTemplate(),
                new EnvValueNotString(),
                new FrozenRollout(),
                new GoverningServiceInOtherNamespace(),
                new GoverningServiceNotHeadless(),
                new GoverningServiceSelectsOtherPods(),
                new InlineSecret(),
                new InvalidPdb(),
                new InvalidServiceName(),
                new LateEnvReference(),
                new MissingServiceName(),
                new OverlappingPdbs(),
                new PdbBlocksAtScaleFloor(),
                new PdbBlocksEviction(),
                new PdbSelectsNothing(),
                new RemovedApiVersion(),
                new SchemaPolicy(),
                new SchemaViolation(),
                new SecretInArguments(),
                new SecretInConfigMap(),
                new ShadowedVolume(),
                new StatefulDeployment(),
                new StatelessStatefulSet(),
                new UnknownGoverningService(),
                new UnknownVolumeMount(),
                new UnmountedClaimTemplate(),
                new UnpersistedDataDirectory(),
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
