package dev.stslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One behaviour, two front ends: what an option of the command is called, a parameter of the goal is called too. Stands in
 * the command's package because only that sees the table of options; the goals it sees as Maven does, by their descriptor.
 */
class GoalParityTest {

    /** The commands that are goals. */
    private static final Map<String, Command> GOALS = Map.of(
            "check", Command.LINT,
            "report", Command.LINT,
            "fix", Command.FIX,
            "baseline", Command.BASELINE,
            "explain", Command.EXPLAIN);

    /** Maven has its own for these, or a build has no use for them: nobody sits at a terminal, nothing comes in by a pipe. */
    private static final Set<Option> EXEMPT =
            EnumSet.of(Option.STDIN_NAME, Option.COLOR, Option.NO_PROGRESS, Option.HELP, Option.VERSION);

    private static final Map<Command, String> WITHOUT_GOAL = new EnumMap<>(Map.of(
            Command.RULES, "`explain` without a rule",
            Command.CONFIG, "for people who look for a setting",
            Command.COMPLETION, "for shells"));

    @TestFactory
    Stream<DynamicTest> everyOptionIsAParameter() throws Exception {
        Map<String, Map<String, String>> descriptor = descriptor();
        return GOALS.entrySet().stream()
                .flatMap(goal -> goal.getValue().options().stream()
                        .filter(option -> !EXEMPT.contains(option))
                        .map(option -> DynamicTest.dynamicTest(goal.getKey() + " " + option.longName(), () -> {
                            String name = camelCase(option.longName());
                            assertThat(descriptor.get(goal.getKey()))
                                    .as("the parameters of the goal `%s`", goal.getKey())
                                    .containsEntry(name, "${stslint." + name + "}");
                        })));
    }

    @Test
    void everyCommandIsAGoalOrHasAReason() {
        for (Command command : Command.values()) {
            assertThat(GOALS.containsValue(command) || WITHOUT_GOAL.containsKey(command))
                    .as(command.id())
                    .isTrue();
        }
    }

    @Test
    void thereIsHelp() throws Exception {
        assertThat(descriptor()).containsKey("help");
    }

    @Test
    void aRuleToExplainIsNamedShortly() throws Exception {
        assertThat(descriptor().get("explain")).containsEntry("rule", "${rule}");
    }

    /** The goals, each with the property that each of its parameters is set by. */
    private static Map<String, Map<String, String>> descriptor() throws Exception {
        Document document;
        try (InputStream in = GoalParityTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        Map<String, Map<String, String>> goals = new TreeMap<>();
        NodeList mojos = document.getElementsByTagName("mojo");
        for (int i = 0; i < mojos.getLength(); i++) {
            Element mojo = (Element) mojos.item(i);
            Map<String, String> parameters = new TreeMap<>();
            NodeList values =
                    ((Element) mojo.getElementsByTagName("configuration").item(0)).getElementsByTagName("*");
            for (int j = 0; j < values.getLength(); j++) {
                parameters.put(values.item(j).getNodeName(), values.item(j).getTextContent());
            }
            goals.put(mojo.getElementsByTagName("goal").item(0).getTextContent(), parameters);
        }
        return goals;
    }

    private static String camelCase(String option) {
        StringBuilder name = new StringBuilder();
        for (String word : option.substring("--".length()).split("-", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
