# Becomes the JVM that runs stslint. Sourced by the launchers, after which they call `find_java` and `launch`; the fast path
# starts no process of its own. Standard output belongs to stslint alone.
#
#   JAVA_HOME           the JDK to use; else `java` on the PATH; 17 or newer (a bundle brings its own)
#   STSLINT_JAVA_OPTS   more options for the JVM, e.g. -Xmx4g
#   STSLINT_CACHE_DIR   where archives of loaded classes are kept; `off` for none

fail() {
    printf 'stslint: %s\n' "$1" >&2
    exit 2
}

# The file behind a chain of symbolic links; no `readlink -f`, which older macOS lacks.
resolve() {
    resolved=$1
    while [ -L "$resolved" ]; do
        target=$(readlink "$resolved") || return 1
        case $target in
        /*) resolved=$target ;;
        *) resolved=${resolved%/*}/$target ;;
        esac
    done
}

# Sets the major version of the JDK at $1, and what tells its build from others: from its `release` file, since starting a
# JVM to ask costs more than a small run.
java_version() {
    version=
    build=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            value=${value#\"}
            value=${value%\"}
            case $key in
            JAVA_VERSION) version=$value ;;
            JAVA_RUNTIME_VERSION | IMPLEMENTOR_VERSION) build=$build-$value ;;
            esac
        done <"$1/release"
    fi
    if [ -z "$version" ]; then
        version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p') || return 1
    fi
    build=$version$build
    case $build in
    *[!0-9A-Za-z.+_-]*) build= ;;
    esac
    version=${version#1.} # 1.8 is 8
    version=${version%%[!0-9]*}
}

find_java() {
    if [ -n "${JAVA_HOME-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it"
        java_version "$JAVA_HOME"
    else
        java=$(command -v java) || fail "no Java found: set JAVA_HOME, or put java on the PATH (JDK 17 or newer)"
        resolve "$java"
        java_version "${resolved%/bin/java}"
    fi
    [ -n "$version" ] || fail "$java does not tell its version"
    [ "$version" -ge 17 ] || fail "$java is Java $version, stslint needs 17 or newer"
}

# Whatever the JVM has to say about itself goes to standard error, or nowhere. The heap's limit is explicit because an
# archive only fits a heap below 32 GB, and the JVM's own choice depends on the machine. The optimizing compiler does not
# earn its own time back within 130 MB of manifests; STSLINT_JAVA_OPTS=-XX:TieredStopAtLevel=4 brings it back. Two threads
# collect garbage, which costs a small run nothing that can be measured, and give a fifth of the time for a heap of half
# the size; what survives twice is a part of the trees, which stay, so most of the heap is for them. They wait for 96 MB
# of new objects, a half more than the JVM would; with 160 it takes the old ones for too many and stops for a second. An
# archive is mapped where it was made for, if that is free.
flags='-Xlog:disable -XX:+DisplayVMOutputToStderr -XX:-UsePerfData -Xmx2g -XX:+UseParallelGC -XX:ParallelGCThreads=2
    -XX:GCTimeRatio=4 -XX:MaxTenuringThreshold=1 -XX:NewRatio=5 -XX:NewSize=96m -XX:TieredStopAtLevel=1
    -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0'

# Sets how many calls it takes until a method is compiled, as a multiple of the JVM's own number, by the arguments of a run.
# One over a few files ends before what is compiled has paid. One over a directory, which is what a run without a path is,
# does not: 10,000 files take a tenth less time, and five take no longer.
find_scaling() {
    scaling=0.5
    [ $# -le 50 ] || return 0
    for argument; do
        if [ -d "$argument" ]; then
            scaling=0.5
            return
        elif [ -f "$argument" ] || [ "$argument" = - ]; then
            scaling=4
        fi
    done
}

# Sets what tells the content of the jar $1 from every other.
find_id() {
    id=
    [ -r "${1%.jar}.id" ] && read -r id <"${1%.jar}.id"
}

# Sets the archive of classes for the jar $1, or nothing when there is none to be used. It is made of $plain, which holds
# them as the JVM itself finds them. Its name holds what makes an archive another one: the content of the jar, which the
# build has put beside it, and the build of the JDK. The JVM looks at the size and time of $plain besides.
find_archive() {
    archive=
    find_id "$1"
    [ -n "$id" ] && [ -n "$build" ] || return 0
    case ${STSLINT_CACHE_DIR-} in
    off) return 0 ;;
    ?*) cache=$STSLINT_CACHE_DIR ;;
    *)
        cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
        [ -z "${XDG_CACHE_HOME-}" ] && [ -d "${HOME-}/Library/Caches" ] && cache=$HOME/Library/Caches
        cache=${cache:+$cache/stslint}
        ;;
    esac
    case $cache in
    /*) archive=$cache${1%.jar}/$id-$build.jsa ;;
    *) return 0 ;;
    esac
    # Nobody else's: who writes an archive decides what runs.
    if [ ! -f "$archive" ] || [ ! -O "$archive" ] || [ "$plain" -nt "$archive" ]; then
        make_archive "$plain" "$archive"
        archive=
    fi
}

# Makes the archive $2/new for the jar $1, from what a training run loads.
dump_archive() (
    set -f # flags are split at blanks, nothing else
    # shellcheck disable=SC2086
    "$java" $flags -XX:DumpLoadedClassList="$2/classes" -cp "$1" dev.stslint.cli.Training "$2/samples" &&
        exec "$java" $flags -Xshare:dump -XX:SharedClassListFile="$2/classes" -XX:SharedArchiveFile="$2/new" -cp "$1"
)

# Makes the archive $2 for the jar $1 behind this run's back, unless another run is at it. It becomes visible when it is
# whole, and takes the place of those that were made for the jar as it was before.
make_archive() (
    set +e
    umask 077
    mkdir -p "${2%/*}" && [ -O "${2%/*}" ] && [ -w "${2%/*}" ] || exit 0
    lock=$2.lock
    mkdir "$lock" || {
        [ -z "$(find "$lock" -prune -mmin +10)" ] || rm -rf "$lock" # its owner was killed
        exit 0
    }
    {
        trap '' HUP INT
        # JDK 17 crashes on half of an archive, as a power cut may leave it.
        dump_archive "$1" "$lock" && sync "$lock/new" && mv -f "$lock/new" "$2"
        rm -rf "$lock"
        for old in "${2%/*}"/*.jsa; do
            case ${old##*/} in
            "$id"-*) ;;
            *) rm -f "$old" ;;
            esac
        done
    } </dev/null >/dev/null 2>&1 &
) </dev/null >/dev/null 2>&1

# Runs the jar $1 with the arguments that follow; where there is an archive, the plain one beside it.
launch() {
    jar=$1
    shift
    case $jar in
    *:*) fail "it cannot run where it is installed: the JVM takes no path with a colon, ${jar%/*}" ;;
    esac
    plain=${jar%.jar}-plain.jar
    [ -n "${archive+set}" ] || find_archive "$jar"

    # In the plain locale the JVM takes no name of a file that is not ASCII.
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
    esac

    find_scaling "$@"

    # Which outputs are terminals: the shell can ask for each, the JVM cannot.
    terminals=
    [ -t 1 ] && terminals=1
    [ -t 2 ] && terminals=${terminals}2

    main=dev.stslint.start.Launcher
    if [ -n "$archive" ]; then
        jar=$plain
        main=dev.stslint.cli.Main
    fi

    case " ${STSLINT_JAVA_OPTS-} " in
    *-XX:+Use*GC" "*) flags=${flags%%-XX:+UseParallelGC*}${flags#*-XX:+UseParallelGC} ;; # a JVM with two does not start
    esac

    set -f # flags and STSLINT_JAVA_OPTS are split at blanks, nothing else
    # shellcheck disable=SC2086
    exec "$java" $flags -XX:CompileThresholdScaling=$scaling ${archive:+-XX:SharedArchiveFile="$archive"} \
        -Dstslint.terminals="$terminals" ${STSLINT_JAVA_OPTS-} -cp "$jar" "$main" "$@"
}
