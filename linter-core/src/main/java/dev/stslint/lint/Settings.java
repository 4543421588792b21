package dev.stslint.lint;

import dev.stslint.config.LintConfig;
import dev.stslint.config.Rendering;
import dev.stslint.config.Setting;
import dev.stslint.finding.Threshold;
import dev.stslint.finding.VersionRange;
import dev.stslint.rule.Profile;
import dev.stslint.rule.RuleSelection;
import dev.stslint.rule.RuleSettings;
import java.util.Optional;

/** What is in force in a run: what the request says, else what the configuration says, else the defaults. */
record Settings(LintRequest request, LintConfig config) {

    RuleSelection selection() {
        RuleSelection asked = request.selection();
        return asked.profile().isPresent()
                ? asked
                : new RuleSelection(profile(), asked.select(), asked.ignore(), asked.severities());
    }

    Profile profile() {
        return request.selection().profile().orElse(valueOf(config.profile()).orElse(Profile.RECOMMENDED));
    }

    RuleSettings ruleSettings() {
        return config.ruleSettings(request.workingDirectory());
    }

    Threshold failOn() {
        return request.failOn().orElse(valueOf(config.failOn()).orElse(Threshold.ERROR));
    }

    /** The target versions, when somebody named some. */
    Optional<VersionRange> kubernetes() {
        return request.kubernetes().isPresent() ? request.kubernetes() : valueOf(config.kubernetes());
    }

    Rendering rendering() {
        return request.render().orElse(valueOf(config.render()).orElse(Rendering.NEVER));
    }

    boolean requiresReasons() {
        return valueOf(config.requireReasons()).orElse(false);
    }

    private static <T> Optional<T> valueOf(Optional<Setting<T>> setting) {
        return setting.isPresent() ? Optional.of(setting.get().value()) : Optional.empty();
    }
}
