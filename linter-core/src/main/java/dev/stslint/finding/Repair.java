package dev.stslint.finding;

import dev.stslint.source.SourceFile;

/** A finding, and the one of its fixes that is applied. */
public record Repair(Finding finding, Fix fix) {

    /** Whether it changes something in a file, or in what was made of it since. */
    public boolean touches(SourceFile file) {
        for (TextEdit edit : fix.edits()) {
            if (edit.location().file().origin().equals(file.origin())) {
                return true;
            }
        }
        return false;
    }
}
