package dev.stslint.schema;

import java.util.List;
import java.util.Optional;

/** A type as a search for a misspelt or misplaced field sees it. */
public interface FieldHolder {

    boolean hasField(String name);

    /** The fields that have fields of their own and stand there once, in any order. */
    List<String> parts();

    /** What a field holds, or each item of it where it is a list; empty where that has no fields of its own. */
    Optional<FieldHolder> part(String name);
}
