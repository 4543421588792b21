package dev.stslint.manifest;

import dev.stslint.manifest.Unmatched.Change;
import dev.stslint.source.Located;
import java.util.List;

/**
 * An entry of a kustomization that is for one object and fits several; kustomize fails there.
 *
 * @param entry what names the object
 * @param change what it would do to it
 * @param kind of the object; empty where none is named
 * @param name of the object; empty where none is named
 * @param count how many it fits
 * @param objects those of them that are written somewhere, and not generated
 */
public record Ambiguous(Located entry, Change change, String kind, String name, int count, List<Located> objects) {}
