package dev.stslint.yaml;

/** What a scalar becomes in the JSON that kubectl sends. */
public enum ScalarType {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    NULL
}
