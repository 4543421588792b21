package dev.stslint.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Members by what people apply at once: the application, or outside of kustomizations the directory. */
final class Neighbours {

    private final Map<String, List<Member>> byDirectory = new HashMap<>();
    private final Map<Application, List<Member>> byApplication = new HashMap<>();

    Neighbours(List<Member> members) {
        for (Member member : members) {
            byDirectory
                    .computeIfAbsent(member.directory(), directory -> new ArrayList<>(2))
                    .add(member);
            for (Placement placement : member.placements()) {
                placement.application().ifPresent(application -> add(application, member));
            }
        }
    }

    /** Those of the application that a scope looks into, or of its directory. */
    List<Member> of(Scope scope) {
        return scope.placement()
                .application()
                .map(application -> byApplication.getOrDefault(application, List.of()))
                .orElseGet(() -> byDirectory.getOrDefault(scope.from().directory(), List.of()));
    }

    /** An application may take a member several times; it is listed once. */
    private void add(Application application, Member member) {
        List<Member> list = byApplication.computeIfAbsent(application, key -> new ArrayList<>(2));
        if (list.isEmpty() || list.get(list.size() - 1) != member) {
            list.add(member);
        }
    }
}
