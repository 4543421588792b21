package dev.stslint.filter;

import dev.stslint.finding.Problem;
import dev.stslint.kube.Container;
import dev.stslint.kube.Field;
import dev.stslint.kube.Fields;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.kube.ObjectView;
import dev.stslint.kube.PodTemplate;
import dev.stslint.kube.Workload;
import dev.stslint.source.Location;
import dev.stslint.source.NearestNames;
import dev.stslint.source.PlainWord;
import dev.stslint.source.SourceText;
import dev.stslint.source.Span;
import dev.stslint.yaml.YamlComment;
import dev.stslint.yaml.YamlDocument;
import dev.stslint.yaml.YamlMapping;
import dev.stslint.yaml.YamlNode;
import dev.stslint.yaml.YamlScalar;
import dev.stslint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the suppressions of a file while its text and trees are at hand. Nothing of the comments outlives it but
 * suppressions.
 */
public final class SuppressionReader {

    private static final String MENTION = "stslint";
    private static final String MENTION_IN_CAPITALS = "STSLINT";
    private static final String PREFIX = "stslint:";
    private static final String IGNORE = "ignore";
    private static final String IGNORE_FILE = "ignore-file";
    private static final String ANNOTATIONS = "stslint.dev/";
    private static final String ANNOTATION = ANNOTATIONS + IGNORE;
    private static final String OF_CONTAINER = ANNOTATION + ".";

    private final SourceText source;
    private final List<Suppression> found = new ArrayList<>(0);

    /** All of the file so far. */
    private final List<KubernetesObject> objects = new ArrayList<>(0);

    private boolean hasContent;

    public SuppressionReader(SourceText source) {
        this.source = source;
    }

    private static boolean isMentionedIn(List<YamlComment> comments) {
        for (YamlComment comment : comments) {
            if (isMentioned(comment.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMentioned(String text) {
        return text.contains(MENTION) || text.contains(MENTION_IN_CAPITALS);
    }

    /** All that were found, once everything has been read. */
    public List<Suppression> found() {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Suppression> all = new ArrayList<>(found.size());
        for (Suppression suppression : found) {
            all.add(suppression.extent() instanceof Extent.Whole ? suppression.beside(objects) : suppression);
        }
        return List.copyOf(all);
    }

    /**
     * Reads the comments of a document.
     *
     * @param held the document's objects, as the manifest set will hold them
     */
    public void readComments(YamlDocument document, List<KubernetesObject> held) {
        objects.addAll(held);
        if (isMentionedIn(document.comments())) {
            Comments comments = new Comments(document.root(), document.comments(), List.copyOf(held));
            for (YamlComment comment : document.comments()) {
                comments.read(comment);
            }
        }
        hasContent |= document.state() != YamlDocument.State.EMPTY;
    }

    /** Reads the comments of a file that was taken for a template: only those that have a line of their own at its top. */
    public void readTemplate() {
        String text = source.text();
        for (int line = 1; line <= source.file().lineCount(); line++) {
            int start = source.file().lineStart(line);
            int end = line < source.file().lineCount() ? source.file().lineStart(line + 1) : text.length();
            String content = text.substring(start, end).strip();
            if (!content.startsWith("#")) {
                if (content.isEmpty() || content.equals("---")) {
                    continue;
                }
                return;
            }
            int hash = text.indexOf('#', start);
            new Comments(Optional.empty(), List.of(), List.of()).read(hash + 1, hash + content.length(), line, true);
        }
    }

    /**
     * Reads the annotations of an object.
     *
     * @param view the object while its values are at hand
     * @param held the same as the manifest set will hold it
     */
    public void readAnnotations(ObjectView view, KubernetesObject held) {
        KubernetesObject object = view.object();
        Optional<PodTemplate> template =
                view instanceof Workload workload ? Optional.of(workload.template()) : Optional.empty();
        Fields annotations = object.metadata().object("annotations");
        if (isMentionedIn(annotations)) {
            readAnnotations(annotations, Extent.Part.of(object), template, held);
        }
        if (template.isPresent() && !template.get().fieldPath().isEmpty()) {
            Fields ofPods = template.get().fields().object("metadata").object("annotations");
            if (isMentionedIn(ofPods)) {
                Extent pods = new Extent.Part(object.extent(), template.get().fieldPath(), "in this pod template");
                readAnnotations(ofPods, pods, template, held);
            }
        }
    }

    private static boolean isMentionedIn(Fields annotations) {
        for (String name : annotations.names()) {
            if (name.startsWith(ANNOTATIONS)) {
                return true;
            }
        }
        return false;
    }

    private void readAnnotations(
            Fields annotations, Extent extent, Optional<PodTemplate> template, KubernetesObject held) {
        for (String name : annotations.names()) {
            if (!name.startsWith(ANNOTATIONS)) {
                continue;
            }
            Location key = annotations.keyLocation(name).orElseGet(annotations::location);
            if (name.equals(ANNOTATION)) {
                readValue(annotations.text(name), extent, held);
            } else if (name.startsWith(OF_CONTAINER)) {
                readContainers(name, annotations, key, template, held);
            } else {
                NearestNames nearest = NearestNames.of(name, List.of(ANNOTATION));
                addFault(
                        key,
                        held,
                        Problem.at(() -> key, PlainWord.unknown("annotation", name) + nearest.question())
                                .help("stslint reads `" + ANNOTATION + "` and `" + OF_CONTAINER + "<container>`"));
            }
        }
    }

    private void readContainers(
            String annotation,
            Fields annotations,
            Location key,
            Optional<PodTemplate> template,
            KubernetesObject held) {
        String name = annotation.substring(OF_CONTAINER.length());
        List<String> names = new ArrayList<>(2);
        for (Container container : template.map(PodTemplate::containers).orElse(List.of())) {
            if (container.name().is(name)) {
                Extent extent = new Extent.Part(held.extent(), container.fieldPath(), "in container `" + name + "`");
                readValue(annotations.text(annotation), extent, held);
                return;
            }
            container.name().value().ifPresent(names::add);
        }
        addFault(
                key,
                held,
                Problem.at(
                                () -> key,
                                names.isEmpty()
                                        ? "there are no containers here to suppress findings of"
                                        : PlainWord.unknown("container", name)
                                                + NearestNames.of(name, names).question())
                        .help("name a container of this object"));
    }

    /** Each line of an annotation is a suppression of its own, if it is no comment. */
    private void readValue(Field<String> value, Extent extent, KubernetesObject held) {
        if (value.isInvalid()) {
            Location place = value.location();
            addFault(
                    place,
                    held,
                    Problem.at(() -> place, "this annotation is no text, as every annotation has to be")
                            .help("quote it"));
            return;
        }
        String text = value.or("");
        int start = 0;
        boolean empty = true;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                empty = false;
                int from = text.indexOf(line, start);
                int to = from + line.length();
                found.add(new SuppressionText(text, (a, b) -> value.part(a, b).location())
                        .read(from, to, value.part(from, to).location(), extent, List.of(held)));
            }
            start = end + 1;
        }
        if (empty) {
            Location place = value.location();
            found.add(new SuppressionText("", (a, b) -> place).read(0, 0, place, extent, List.of(held)));
        }
    }

    private void addFault(Location place, KubernetesObject held, Problem problem) {
        found.add(new Suppression(
                place, Extent.Part.of(held), List.of(), "", Optional.empty(), List.of(problem), List.of(held)));
    }

    /** The comments of one document. */
    private final class Comments {

        private final Optional<YamlNode> root;
        private final List<KubernetesObject> held;
        private final Set<Integer> linesOfComments = new HashSet<>();

        Comments(Optional<YamlNode> root, List<YamlComment> comments, List<KubernetesObject> held) {
            this.root = root;
            this.held = held;
            for (YamlComment comment : comments) {
                if (comment.alone()) {
                    linesOfComments.add(source.file().lineAt(comment.span().start()));
                }
            }
        }

        void read(YamlComment comment) {
            if (isMentioned(comment.text())) {
                int line = source.file().lineAt(comment.span().start());
                read(comment.span().start() + 1, comment.span().end(), line, comment.alone());
            }
        }

        /** A comment may be several, each behind a hash: {@code # why so # stslint:ignore …}. */
        void read(int from, int to, int line, boolean alone) {
            String text = source.text();
            int start = from;
            while (start < to) {
                int end = text.indexOf(" # ", start);
                end = end < 0 || end > to ? to : end;
                readPart(start, end, line, alone);
                start = end + 2;
            }
        }

        private void readPart(int from, int to, int line, boolean alone) {
            String text = source.text();
            int start = from;
            while (start < to && text.charAt(start) <= ' ') {
                start++;
            }
            int end = to;
            while (end > start && text.charAt(end - 1) <= ' ') {
                end--;
            }
            if (!text.regionMatches(true, start, PREFIX, 0, PREFIX.length())) {
                int stop = behindSlip(start, end);
                if (stop > 0) {
                    String slip = text.substring(start, stop);
                    found.add(unknown(slip, source.at(start, stop), source.at(start, end)));
                }
                return;
            }
            int behind = start + PREFIX.length();
            while (behind < end && text.charAt(behind) > ' ') {
                behind++;
            }
            Location place = source.at(start, end);
            String directive = text.substring(start, behind);
            if (directive.equals(PREFIX + IGNORE)) {
                found.add(text().read(behind, end, place, lines(line, alone), held));
            } else if (directive.equals(PREFIX + IGNORE_FILE)) {
                found.add(readFileSuppression(behind, end, place, start));
            } else {
                found.add(unknown(directive, source.at(start, behind), place));
            }
        }

        /** Behind what stands for {@code stslint:ignore} with something else for its colon; -1 where nothing does. */
        private int behindSlip(int start, int end) {
            String text = source.text();
            int sign = start + MENTION.length();
            if (sign >= end || !text.regionMatches(true, start, MENTION, 0, MENTION.length())) {
                return -1;
            }
            boolean isSign = " \t-_.=/".indexOf(text.charAt(sign)) >= 0;
            int word = isSign ? sign + 1 : sign;
            int stop = word + IGNORE.length();
            if (stop > end || !text.regionMatches(true, word, IGNORE, 0, IGNORE.length())) {
                return -1;
            }
            while (stop < end && (Character.isLetter(text.charAt(stop)) || text.charAt(stop) == '-')) {
                stop++;
            }
            String directive = text.substring(word, stop);
            return directive.equalsIgnoreCase(IGNORE) || directive.equalsIgnoreCase(IGNORE_FILE) ? stop : -1;
        }

        private SuppressionText text() {
            return new SuppressionText(source.text(), source::at);
        }

        private Suppression readFileSuppression(int from, int to, Location place, int start) {
            Suppression read = text().read(from, to, place, new Extent.Whole(source.file()), held);
            if (!hasContent && root.map(node -> start < node.start()).orElse(true)) {
                return read;
            }
            Problem late = Problem.at(() -> place, "this speaks for the whole file and does not stand at its top")
                    .label("whoever reads the file from the top does not see it")
                    .help("move it above the first line that is no comment");
            return new Suppression(place, read.extent(), List.of(), read.reason(), read.until(), List.of(late), held);
        }

        private Suppression unknown(String directive, Location word, Location place) {
            int end = PREFIX.length();
            while (end < directive.length()
                    && (Character.isLetter(directive.charAt(end)) || directive.charAt(end) == '-')) {
                end++;
            }
            String name = directive.substring(0, end);
            List<String> known = List.of(PREFIX + IGNORE, PREFIX + IGNORE_FILE);
            String message = known.contains(name)
                    ? "a blank must follow `" + name + "`"
                    : "there is no directive `" + name + "`"
                            + NearestNames.of(name, meantBy(name, known)).question();
            Problem problem = Problem.at(() -> word, message)
                    .help("stslint reads `# " + PREFIX + IGNORE + " rule -- why` and `# " + PREFIX + IGNORE_FILE
                            + " rule -- why`");
            return new Suppression(
                    place, new Extent.Whole(source.file()), List.of(), "", Optional.empty(), List.of(problem), held);
        }

        /** The one that only its case or its sign tells apart, if there is one; else any. */
        private static List<String> meantBy(String name, List<String> known) {
            for (String directive : known) {
                if (name.substring(PREFIX.length()).equalsIgnoreCase(directive.substring(PREFIX.length()))) {
                    return List.of(directive);
                }
            }
            return known;
        }

        private Extent lines(int line, boolean alone) {
            int first = alone ? line + 1 : line;
            while (alone && linesOfComments.contains(first)) {
                first++;
            }
            int last = root.isPresent() ? Math.max(first, lastLineOfText(root.get(), first)) : first;
            List<Span> top = new ArrayList<>(0);
            for (KubernetesObject object : held) {
                Span extent = object.extent().span();
                if (source.file().lineAt(extent.start()) == first) {
                    top.add(extent);
                }
            }
            return new Extent.Lines(source.file(), first, last, top);
        }

        /** Where the texts end that start on a line, or whose keys do: no comment can stand inside of them. */
        private int lastLineOfText(YamlNode node, int line) {
            if (startLine(node) > line || lastLine(node) < line) {
                return line;
            }
            int last = line;
            if (node instanceof YamlMapping mapping) {
                for (int i = 0; i < mapping.written().size(); i++) {
                    YamlNode key = mapping.written().key(i);
                    YamlNode value = mapping.written().value(i);
                    last = Math.max(
                            last,
                            value instanceof YamlScalar && startLine(key) == line
                                    ? lastLine(value)
                                    : lastLineOfText(value, line));
                }
            } else if (node instanceof YamlSequence sequence) {
                for (int i = 0; i < sequence.size(); i++) {
                    last = Math.max(last, lastLineOfText(sequence.item(i), line));
                }
            } else if (node instanceof YamlScalar && startLine(node) == line) {
                last = lastLine(node);
            }
            return last;
        }

        private int startLine(YamlNode node) {
            return source.file().lineAt(node.start());
        }

        private int lastLine(YamlNode node) {
            return source.file().lineAt(Math.max(node.start(), node.end() - 1));
        }
    }
}
