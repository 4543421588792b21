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

# The archive of a release, checked against what the release says of it. Its version: the one asked for, else the action's.
fetch() {
    version=${INPUT_VERSION:-$ACTION_REF}
    version=${version#v}
    case $version in
    '' | *[!0-9A-Za-z.-]* | [!0-9]*)
        echo "::error::stslint: \`version\` must name a release, such as 0.1.0, where the action is not used by a release's tag"
        exit 2
        ;;
    esac
    home=${RUNNER_TOOL_CACHE:-$RUNNER_TEMP}/stslint/$version
    if [ ! -f "$home/lib/stslint.jar" ]; then
        archive=stslint-$version.tar.gz
        work=$(mktemp -d)
        release=${GITHUB_SERVER_URL:-https://github.com}/$ACTION_REPOSITORY/releases/download/v$version
        (cd "$work" && curl -fsSL --retry 3 -O "$release/$archive" -O "$release/SHA256SUMS" &&
            grep -F " $archive" SHA256SUMS >sum && check -c sum >/dev/null && tar xzf "$archive")
        mkdir -p "${home%/*}"
        rm -rf "$home"
        mv "$work/stslint-$version" "$home"
    fi
    PATH=$home/bin:$PATH
}

case $INPUT_SARIF in
'' | *$'\n'*)
    echo "::error::stslint: \`sarif-file\` must be one path"
    exit 2
    ;;
esac

if [ -n "$INPUT_VERSION" ] || ! command -v stslint >/dev/null; then
    fetch
fi

arguments=(lint --no-progress -f text -f "sarif=$INPUT_SARIF")
[ -z "$INPUT_FAIL_ON" ] || arguments+=(--fail-on "$INPUT_FAIL_ON")
lines "$INPUT_ARGS"
arguments+=(${words[@]+"${words[@]}"})
lines "$INPUT_PATHS"
arguments+=(-- ${words[@]+"${words[@]}"})

status=0
stslint "${arguments[@]}" || status=$?
echo "status=$status" >>"$GITHUB_OUTPUT"
[ ! -f "$INPUT_SARIF" ] || echo "sarif-file=$INPUT_SARIF" >>"$GITHUB_OUTPUT"
