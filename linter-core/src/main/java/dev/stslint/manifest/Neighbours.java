package dev.stslint.manifest;

import dev.stslint.source.Groups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members by what people apply at once: the application, or outside of kustomizations the directory. */
final class Neighbours {

    private final Map<String, List<Member>> byDirectory = new HashMap<>();
    private final Map<Application, List<Member>> byApplication = new HashMap<>();

    Neighbours(List<Member> members) {
        for (Member member : members) {
            Groups.add(byDirectory, member.directory(), member);
            for (Placement placement : member.placements()) {
                if (placement.application().isPresent()) {
                    // an application may take a member several times
                    Groups.addOnce(byApplication, placement.application().get(), member);
                }
            }
        }
    }

    /** Those of the application that a scope looks into, or of its directory. */
    List<Member> of(Scope scope) {
        Optional<Application> application = scope.placement().application();
        return application.isPresent()
                ? byApplication.getOrDefault(application.get(), List.of())
                : byDirectory.getOrDefault(scope.from().directory(), List.of());
    }
}
