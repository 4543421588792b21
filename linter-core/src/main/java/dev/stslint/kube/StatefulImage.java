package dev.stslint.kube;

import dev.stslint.kube.ImageTable.ImageRow;
import dev.stslint.kube.Sign.Sighting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of an image with its tag. Where the table says nothing or the manifest does not show enough, each question
 * has the answer that keeps rules silent.
 */
public final class StatefulImage {

    private final ImageRow row;
    private final ImageTag tag;
    private final boolean guess;
    private final boolean verifiedOnly;

    private StatefulImage(ImageRow row, ImageTag tag, boolean guess, boolean verifiedOnly) {
        this.row = row;
        this.tag = tag;
        this.guess = guess;
        this.verifiedOnly = verifiedOnly;
    }

    static StatefulImage of(ImageReference image, ImageTable.Match match) {
        ImageTag tag = ImageTag.parse(image.tag());
        for (Cell cell : match.row().cells()) {
            if (cell.column() == Column.VERSION) {
                tag = ImageTag.parseBehind(cell.word(), image.tag());
            }
        }
        return new StatefulImage(match.row(), tag, match.pattern().isGuessFor(image), false);
    }

    /** The same image with only what somebody read in a source: what a finding of severity error may rest on. */
    public StatefulImage verifiedOnly() {
        return new StatefulImage(row, tag, guess, true);
    }

    /** The system's short name: {@code postgresql}. */
    public String system() {
        return row.system().id();
    }

    /** The system's name as people write it: {@code PostgreSQL}. */
    public String displayName() {
        return row.system().displayName();
    }

    public ImageTag tag() {
        return tag;
    }

    /** Whether only its last name speaks for it: {@code registry.local/team/postgres} may be anybody's build. */
    public boolean isGuess() {
        return guess;
    }

    /** Whether a container starts the system itself: not a client, a dump or another tool that comes with the image. */
    public boolean isServer(Container container) {
        return Launch.of(container).starts(words(Column.SERVER), words(Column.TOOL));
    }

    /**
     * Whether losing the data is an outage and no loss: caches, and what can be made again. A file that the manifest does
     * not show could say otherwise.
     */
    public boolean isRebuildable(Container container) {
        Launch launch = Launch.of(container);
        for (Cell cell : cells(Column.REBUILDABLE)) {
            if (cell.word().equals("no")) {
                return false;
            }
            if (cell.in(launch, false) != Sighting.NO) {
                return true;
            }
        }
        return false;
    }

    /** Whether the image keeps no data at all, whatever it is told: a router, a cache in memory. */
    public boolean isStateless() {
        for (Cell cell : cells(Column.DATA)) {
            if (!cell.word().equals("none")
                    || !cell.unless().isEmpty()
                    || !cell.when().isEmpty()) {
                return false;
            }
        }
        return !cells(Column.DATA).isEmpty();
    }

    /** Where a container keeps data: the image's defaults, or where its variables and options move them. */
    public DataDirectories dataDirectories(Container container) {
        Launch launch = Launch.of(container);
        if (!launch.starts(words(Column.SERVER), words(Column.TOOL))) {
            return new DataDirectories(container, List.of());
        }
        List<Cell> cells = cells(Column.DATA);
        cells.addAll(cells(Column.VOLUME));
        cells.addAll(cells(Column.REFUSES));
        return new DataDirectories(container, DataLayout.of(cells, tag, launch, isOpaque(launch)));
    }

    /** Whether replicas of it find together by themselves, or have to be told how and then do. */
    public boolean clustersByItself() {
        return is(Column.REPLICAS, "join");
    }

    /**
     * Whether two replicas are two databases: the system does not cluster by itself, and no container of the pods says
     * anything about replication, nor can it in a place that is not seen. Files from ConfigMaps are not looked into:
     * {@link #mentionsReplication} does that.
     */
    public boolean hasSeparateReplicas(PodTemplate template) {
        return is(Column.REPLICAS, "separate") && replication(template) == Sighting.NO;
    }

    /** Whether replication is seen in a container of the pods. */
    public boolean isReplicationConfigured(PodTemplate template) {
        return replication(template) == Sighting.YES;
    }

    /** Whether a text, as a script or a configuration file, speaks of replication; its comments do not count. */
    public boolean mentionsReplication(String text) {
        for (String line : text.toLowerCase(Locale.ROOT).split("\n", -1)) {
            String written = line.strip();
            if (written.isEmpty() || written.startsWith("#") || written.startsWith(";") || written.startsWith("//")) {
                continue;
            }
            for (Sign sign : signs(Column.REPLICATION)) {
                if (sign.isIn(written)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it works only as long as a majority does: of its members, or of the copies of each piece of data. */
    public boolean isMajoritySystem(Container container) {
        return holds(Column.MAJORITY, "members", container) || holds(Column.MAJORITY, "copies", container);
    }

    /** Whether every member has a vote, so that the majority is that of the replicas. */
    public boolean isMajorityOfMembers(Container container) {
        return holds(Column.MAJORITY, "members", container);
    }

    /** Whether a container is told to have no vote, as a coordinating node of Elasticsearch, or to stay alone. */
    public boolean standsAside(Container container) {
        Launch launch = Launch.of(container);
        for (Cell cell : cells(Column.MAJORITY)) {
            if (!cell.unless().isEmpty() && cell.in(launch, false) == Sighting.NO) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first member is not ready before others are there. */
    public boolean waitsForPeers(Container container) {
        return holds(Column.BOOTSTRAP, "waits", container);
    }

    /** Whether members must join one after the other. */
    public boolean joinsOneByOne(Container container) {
        return holds(Column.JOINS, "one-by-one", container);
    }

    /** The pod management policy in the vendor's own chart or operator. */
    public Optional<String> shippedPolicy() {
        List<Cell> cells = cells(Column.POLICY);
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.get(0).word());
    }

    /** Whether OrderedReady can keep it from starting, the first time or after all members were down. */
    public boolean canDeadlockInOrder() {
        return is(Column.ORDERED, "deadlocks");
    }

    /** What a variable does as a member's number, when it is one. */
    public Optional<MemberId> memberId(String variable) {
        for (MemberId id : memberIds()) {
            if (id.variable().equals(variable)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** Variables that number the members. */
    public List<MemberId> memberIds() {
        List<MemberId> ids = new ArrayList<>(2);
        for (Cell cell : cells(Column.MEMBER_ID)) {
            ids.add(new MemberId(
                    cell.word(),
                    Integer.parseInt(cell.words().get(1)),
                    Integer.parseInt(cell.words().get(2)),
                    cell.isVerified()));
        }
        return ids;
    }

    /** Whether the value of a variable is a secret to this image. */
    public boolean isSecretVariable(String name) {
        return matches(Column.SECRET, name);
    }

    /** Whether a variable changes the image's settings, so that one injected for a Service of that name does harm. */
    public boolean readsVariable(String name) {
        return matches(Column.SETTING, name);
    }

    /** The user that the image runs as, where it is fixed. */
    public OptionalInt userId() {
        List<Cell> cells = cells(Column.USER);
        return cells.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(cells.get(0).word()));
    }

    @Override
    public String toString() {
        return system() + ":" + tag.text();
    }

    /** The cells of the image, then those of its system; the first is the one that counts where only one can. */
    private List<Cell> cells(Column column) {
        List<Cell> found = new ArrayList<>(2);
        addCells(row.cells(), column, found);
        addCells(row.system().cells(), column, found);
        return found;
    }

    private void addCells(List<Cell> cells, Column column, List<Cell> out) {
        for (Cell cell : cells) {
            boolean counts = cell.isVerified() || !verifiedOnly || column.onlySilences();
            if (cell.column() == column && counts && holdsForTag(cell)) {
                out.add(cell);
            }
        }
    }

    /** Without a version, what is about data is asked version by version; anything else must hold for all. */
    private boolean holdsForTag(Cell cell) {
        if (cell.tags().isEverything()) {
            return true;
        }
        return tag.major().isPresent()
                ? cell.tags().contains(tag.major().getAsInt())
                : cell.column().isAboutData();
    }

    private Set<String> words(Column column) {
        Set<String> words = new HashSet<>();
        for (Cell cell : cells(column)) {
            words.addAll(cell.words());
        }
        return words;
    }

    private List<Sign> signs(Column column) {
        List<Sign> signs = new ArrayList<>();
        for (Cell cell : cells(column)) {
            for (String word : cell.words()) {
                signs.add(Sign.parse(word));
            }
        }
        return signs;
    }

    private boolean is(Column column, String word) {
        List<Cell> cells = cells(column);
        return !cells.isEmpty() && cells.get(0).word().equals(word);
    }

    private boolean holds(Column column, String word, Container container) {
        List<Cell> cells = cells(column);
        if (cells.isEmpty()) {
            return false;
        }
        Launch launch = Launch.of(container);
        if (!launch.starts(words(Column.SERVER), words(Column.TOOL))) {
            return false;
        }
        boolean isOpaque = isOpaque(launch);
        for (Cell cell : cells) {
            if (cell.word().equals(word) && cell.in(launch, isOpaque) == Sighting.YES) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(Column column, String name) {
        for (Cell cell : cells(column)) {
            for (String pattern : cell.words()) {
                if (Glob.matches(pattern, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Without a container that starts the system there is nothing to replicate, and nothing to say. */
    private Sighting replication(PodTemplate template) {
        List<Sign> signs = signs(Column.REPLICATION);
        boolean hasServer = false;
        Sighting best = Sighting.NO;
        for (Container container : template.containers()) {
            if (mentionsReplication(container.imageField().or(""))) {
                return Sighting.YES;
            }
            Launch launch = Launch.of(container);
            boolean isOwn = container.image().isPresent()
                    && row.describes(container.image().get());
            hasServer |= isOwn && launch.starts(words(Column.SERVER), words(Column.TOOL));
            Sighting sighting = Cell.any(signs, launch, isOwn ? isOpaque(launch) : launch.startsScript());
            // What another image reads from variables that nobody sees does not concern this one.
            boolean counts = isOwn || sighting == Sighting.YES || launch.startsScript();
            if (counts && sighting.compareTo(best) > 0) {
                best = sighting;
            }
        }
        return best == Sighting.NO && !hasServer ? Sighting.MAYBE : best;
    }

    /** Whether a script that is not known, or a configuration file, has a say in what the container does. */
    private boolean isOpaque(Launch launch) {
        return launch.isOpaque(words(Column.SERVER), words(Column.TOOL))
                || Cell.any(signs(Column.CONFIG), launch, false) != Sighting.NO;
    }
}
