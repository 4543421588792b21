package dev.stslint.finding;

/** How far a fix can be trusted. */
public enum Applicability {
    /** The object's effective behaviour is unchanged, or it is rejected today, or the edit restores what is plainly meant. */
    SAFE,
    /** A sensible edit that changes behaviour; applied only when asked for. */
    UNSAFE
}
