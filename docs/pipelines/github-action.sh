#!/usr/bin/env bash
# Lints in a step of a GitHub workflow: what action.yml runs. Takes what the user wrote from variables, writes the SARIF,
# and leaves its path and the exit status as outputs, so that the upload comes before the failure.
set -euo pipefail

# One argument a line; empty lines are none.
lines() {
    words=()
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line%$'\r'}
        [ -z "$line" ] || words+=("$line")
    done <<<"$1"
}

# macOS calls it by another name.
check() {
    if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

refuse() {
    echo "::error::stslint: $1"
    exit 2
}

# The version that the action's own files are of, however a workflow names them: by a tag, a branch or a commit.
own_version() {
    sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$GITHUB_ACTION_PATH/pom.xml" | head -n 1
}

# The archive of a release, checked against what the release says of it. Its version: the one asked for, else the action's.
fetch() {
    version=${INPUT_VERSION:-$(own_version)}
    version=${version#v}
    case $version in
    *-SNAPSHOT) refuse "the action is used as it is between two releases: name one in \`version\`, such as 0.1.0" ;;
    '' | *[!0-9A-Za-z.-]* | [!0-9]*) refuse "\`version\` must name a release, such as 0.1.0" ;;
    esac
    home=${RUNNER_TOOL_CACHE:-$RUNNER_TEMP}/stslint/$version
    if [ ! -f "$home/lib/stslint.jar" ]; then
        archive=stslint-$version.tar.gz
        work=$(mktemp -d)
        release=${GITHUB_SERVER_URL:-https://github.com}/$ACTION_REPOSITORY/releases/download/v$version
        (cd "$work" && curl -fsSL --retry 3 -O "$release/$archive" -O "$release/SHA256SUMS") ||
            refuse "$release/$archive cannot be fetched"
        (cd "$work" && grep -F " $archive" SHA256SUMS >sum && check -c sum >/dev/null) ||
            refuse "$archive is not what the release's SHA256SUMS says"
        tar xzf "$work/$archive" -C "$work"
        mkdir -p "${home%/*}"
        rm -rf "$home"
        mv "$work/stslint-$version" "$home"
    fi
    PATH=$home/bin:$PATH
}

case $INPUT_SARIF in
'' | *$'\n'*) refuse "\`sarif-file\` must be one path" ;;
esac

if [ -n "$INPUT_VERSION" ] || ! command -v stslint >/dev/null; then
    fetch
fi

before=$(mktemp)
annotations=$(mktemp)
arguments=(lint --no-progress -f text -f "sarif=$INPUT_SARIF")
# Where nothing is uploaded, the log's annotations show what was found.
[ "$INPUT_UPLOAD" = true ] || arguments+=(-f "github=$annotations")
[ -z "$INPUT_FAIL_ON" ] || arguments+=(--fail-on "$INPUT_FAIL_ON")
lines "$INPUT_ARGS"
arguments+=(${words[@]+"${words[@]}"})
lines "$INPUT_PATHS"
arguments+=(-- ${words[@]+"${words[@]}"})

status=0
stslint "${arguments[@]}" || status=$?
cat "$annotations"
echo "status=$status" >>"$GITHUB_OUTPUT"
# What was there before is no report of this run.
[ ! "$INPUT_SARIF" -nt "$before" ] || echo "sarif-file=$INPUT_SARIF" >>"$GITHUB_OUTPUT"
