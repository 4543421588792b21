package dev.stslint.filter;

import dev.stslint.finding.Finding;
import dev.stslint.kube.KubernetesObject;
import dev.stslint.source.Location;
import dev.stslint.source.SourceFile;
import dev.stslint.source.Span;
import java.util.List;

/** The findings of a file that a suppression is about, as far as places tell. Only a finding's own place counts. */
sealed interface Extent {

    boolean covers(Finding finding);

    /** Of two suppressions for one finding the narrower one counts; smaller is narrower. */
    int width();

    /** In a few words, to stand behind "nothing". */
    String words();

    /**
     * Lines of a file, each counted from 1.
     *
     * @param topOf the objects that start on the first of them: what is said about one of those as a whole counts too
     */
    record Lines(SourceFile file, int first, int last, List<Span> topOf) implements Extent {

        @Override
        public boolean covers(Finding finding) {
            Location place = finding.location();
            if (place.file() != file) {
                return false;
            }
            int line = file.lineAt(place.span().start());
            if (line >= first && line <= last) {
                return true;
            }
            for (Span object : topOf) {
                if (finding.fieldPath().isEmpty() && object.contains(place.span())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public int width() {
            return 0;
        }

        @Override
        public String words() {
            return first == last ? "on line " + first : "on lines " + first + " to " + last;
        }
    }

    /**
     * An object, or a part of it.
     *
     * @param path the field that the part is; empty for all of the object
     * @param words to stand behind "nothing"
     */
    record Part(Location object, String path, String words) implements Extent {

        static Part of(KubernetesObject object) {
            return new Part(object.extent(), "", "in this " + object.kind());
        }

        @Override
        public boolean covers(Finding finding) {
            return object.contains(finding.location()) && isBelow(finding.fieldPath());
        }

        @Override
        public int width() {
            return path.isEmpty() ? Integer.MAX_VALUE - 1 : Integer.MAX_VALUE - 1 - path.length();
        }

        private boolean isBelow(String field) {
            return path.isEmpty()
                    || (field.startsWith(path)
                            && (field.length() == path.length()
                                    || field.charAt(path.length()) == '.'
                                    || field.charAt(path.length()) == '['));
        }
    }

    /** A file. */
    record Whole(SourceFile file) implements Extent {

        @Override
        public boolean covers(Finding finding) {
            return finding.location().file() == file;
        }

        @Override
        public int width() {
            return Integer.MAX_VALUE;
        }

        @Override
        public String words() {
            return "in this file";
        }
    }
}
