# shellcheck shell=bash
# What `measure` and `linearity` share. Sourced by them from the checkout's directory.
#
#   STSLINT      the command to measure; else the checkout's own launcher
#   JAVA         the java to run the yardsticks with; else `java` on the PATH
#   BENCH_DATA   where the generated manifests are kept; else target/benchmark-data

stslint=${STSLINT:-$PWD/stslint}
java=${JAVA:-java}
data=${BENCH_DATA:-$PWD/target/benchmark-data}

fail() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    exit 2
}

require() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null || fail "needs $tool on the PATH"
    done
}

# Builds what is measured, the checkout's launcher included, and what measures.
build() {
    ./stslint --version >/dev/null || fail 'the launcher does not run'
    ./mvnw -q -B -ntp -Dtarget.directory=target/launcher -Dmaven.test.skip -Dquality.skip -Dspotless.check.skip \
        -Denforcer.skip -pl cli/benchmarks -am package >&2 || fail 'the build failed'
    jar=$PWD/cli/target/stslint.jar
    benchmarks=$(echo "$PWD"/cli/benchmarks/target/launcher/stslint-benchmarks-*.jar)
    mkdir -p "$data"
    export jar benchmarks
}

generate() {
    "$java" -cp "$benchmarks" dev.stslint.benchmarks.corpus.CorpusCommand "$@"
}

# The machine and what runs on it, as a list in Markdown.
describe() {
    printf -- '- %s, %s cores, %s\n' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)" "$(uname -sr)"
    printf -- '- %s\n' "$("$java" -version 2>&1 | sed -n '2p')"
    printf -- '- %s\n' "$("$stslint" --version | head -n 1)"
    printf -- '- load when it started: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"
}
