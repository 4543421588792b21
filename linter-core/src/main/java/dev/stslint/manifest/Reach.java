package dev.stslint.manifest;

import java.util.List;

/**
 * In which of the applications that take an object something holds.
 *
 * @param holding the directories of their kustomizations
 * @param all how many applications take it
 */
public record Reach(List<String> holding, int all) {

    private static final int MOST_NAMED = 3;

    public boolean isNowhere() {
        return holding.isEmpty();
    }

    public boolean isEverywhere() {
        return holding.size() == all;
    }

    /** As "only in `overlays/edge`, of the 3 kustomizations that take it". */
    public String words() {
        StringBuilder text = new StringBuilder("only in ");
        int named = Math.min(MOST_NAMED, holding.size());
        for (int i = 0; i < named; i++) {
            text.append(i == 0 ? "`" : ", `")
                    .append(holding.get(i).isEmpty() ? "." : holding.get(i))
                    .append('`');
        }
        if (named < holding.size()) {
            text.append(" and ").append(holding.size() - named).append(" more");
        }
        return text.append(", of the ")
                .append(all)
                .append(" kustomizations that take it")
                .toString();
    }
}
