package dev.stslint.benchmarks.work;

import dev.stslint.kube.HostNames;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectReader;
import dev.stslint.kube.Views;
import dev.stslint.secret.Assignment;
import dev.stslint.secret.CommandSecret;
import dev.stslint.secret.ConfigText;
import dev.stslint.secret.TokenShape;
import dev.stslint.source.SourceFile;
import dev.stslint.source.SourceText;
import dev.stslint.yaml.YamlLimits;
import dev.stslint.yaml.YamlReader;
import dev.stslint.yaml.YamlStream;
import java.util.List;
import java.util.function.ToLongBiFunction;

/** Searches a text for secrets or host names, in the way that is named; answers how many there are. */
public final class SearchedText implements ToLongBiFunction<String, String> {

    static final String CONFIGURATION = "configuration";
    static final String ANY_TEXT = "any text";
    static final String TOKENS = "tokens";
    static final String COMMAND = "command";
    static final String HOST_NAMES = "host names";

    @Override
    public long applyAsLong(String way, String text) {
        return switch (way) {
            case CONFIGURATION -> ConfigText.of("a.conf", text).assignments().size();
            case ANY_TEXT -> Assignment.in(text).size();
            case TOKENS -> TokenShape.in(text).size();
            case COMMAND -> CommandSecret.in(List.of("sh", "-c", text)).size();
            case HOST_NAMES -> hostNames(text);
            default -> throw new IllegalArgumentException(way);
        };
    }

    private static long hostNames(String text) {
        SourceText source =
                SourceFile.of("a.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    " + text + "\n");
        YamlStream stream = new YamlReader(YamlLimits.DEFAULT).read(source);
        KubernetesObject object = ObjectReader.read(stream.documents().get(0)).get(0);
        return HostNames.in(Views.of(object), object).size();
    }
}
