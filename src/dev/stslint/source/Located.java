package dev.stslint.source;

/** Something that stands somewhere: what problems point at, and the bound of what rules look at. */
public interface Located {

    /** The characters to underline; for something that is absent, the nearest place where it is missed. */
    Location location();

    /**
     * The way to it inside its object, as {@code spec.template.spec.containers[web].image}: list items by their name
     * where they have one, else by their index. Empty for the object itself and outside of objects.
     */
    default String fieldPath() {
        return "";
    }
}
