package dev.stslint.source;

/**
 * A line and a column, as editors count them.
 *
 * @param line 1 for the first line
 * @param column 1 for the first UTF-16 unit of the line; a byte order mark is not counted
 */
public record Position(int line, int column) implements Comparable<Position> {

    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public int hashCode() {
        return line * 31 + column;
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
