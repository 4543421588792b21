package dev.stslint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stslint.source.ProjectFolders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/maven.md shows has been tried: its XML stands in the pom.xml of a build below src/it, its goals and properties exist. */
class MavenPageTest {

    private static String page;
    private static String descriptor;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../docs/maven.md"));
        try (InputStream in = MavenPageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void showsXmlThatBuildsHave() throws IOException {
        List<String> poms = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/it"))) {
            for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
                poms.add(unspaced(Files.readString(pom)));
            }
        }
        String release = found("<version>([^<]+)</version>", descriptor).get(0).replace("-SNAPSHOT", "");

        List<String> blocks = found("(?s)```xml\n(.*?)```", page);
        assertThat(blocks).hasSize(2);
        for (String block : blocks) {
            assertThat(poms)
                    .as(block)
                    .anyMatch(pom -> pom.contains(unspaced(block)
                            .replace("<version>" + release + "</version>", "<version>@project.version@</version>")));
        }
    }

    @Test
    void namesGoalsAndPropertiesThatThereAre() {
        List<String> goals = found("(?:mvn|verify) (?:stslint|dev\\.stslint:stslint-maven-plugin):([a-z]+)", page);
        assertThat(goals).contains("check", "fix", "report", "explain");
        assertThat(goals).allMatch(goal -> descriptor.contains("<goal>" + goal + "</goal>"));
        List<String> properties = found("-D(stslint\\.\\w+|rule)", page);
        assertThat(properties).contains("stslint.failOn", "rule");
        assertThat(properties).allMatch(property -> descriptor.contains("${" + property + "}"));
    }

    @Test
    void listsTheFoldersThatAreLookedInto() {
        assertThat(ProjectFolders.candidates(Path.of(""), Path.of("target")))
                .allMatch(folder -> page.contains("`" + folder + "`"));
    }

    private static String unspaced(String xml) {
        return xml.replaceAll("\\s+", "");
    }

    private static List<String> found(String pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}
