#!/bin/sh
# Measures the start of an installed stslint against an empty program on the same JVM, runs interleaved: processor time (user
# and system) and wall-clock time, in milliseconds, medians and minima. Wall-clock time means nothing on a busy machine.
#
#   cli/bundle/measure.sh [HOME [RUNS]]    HOME: an installation, by default cli/bundle/target/stslint; RUNS: 21
#
# With hyperfine on the PATH its figures follow.
set -eu

here=$(cd -P -- "$(dirname -- "$0")" && pwd)
home=${1:-$here/target/stslint}
runs=${2:-21}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A bundle's own runtime has no archive but stslint's: an empty program would be slow on it.
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
sample=$here/../src/main/resources/dev/stslint/cli/samples/orders.yaml

echo 'public class Empty { public static void main(String[] args) {} }' >"$work/Empty.java"
"$javac" --release 17 -d "$work" "$work/Empty.java"
export STSLINT_CACHE_DIR="$work/cache"
"$home/bin/stslint" lint "$sample" >/dev/null 2>&1 || true
[ -x "$home/runtime/bin/java" ] || until [ -n "$(find "$work/cache" -name '*.jsa')" ]; do sleep 1; done

cat >"$work/empty" <<END
#!/bin/sh
exec "$java" -cp "$work" Empty
END
cat >"$work/installed" <<END
#!/bin/sh
exec "$home/bin/stslint" lint --profile all "$sample"
END
cat >"$work/jar" <<END
#!/bin/sh
exec "$java" -jar "$home/lib/stslint.jar" lint --profile all "$sample"
END
chmod +x "$work/empty" "$work/installed" "$work/jar"

# Seconds of user, system and wall-clock time of one run, as bash tells them.
once() {
    bash -c 'TIMEFORMAT="%U %S %R"; time "$1" >/dev/null 2>&1' bash "$work/$1" 2>>"$work/$1.times" || true
}

"$java" -version 2>&1 | sed -n 2p
run=0
while [ "$run" -lt "$runs" ]; do
    for program in empty installed jar; do once "$program"; done
    run=$((run + 1))
done
for program in empty installed jar; do
    for column in '$1 + $2' '$3'; do
        awk "{ print ($column) * 1000 }" "$work/$program.times" | sort -n |
            awk '{ all[NR] = $1 } END { printf "%.0f (min %.0f)\n", all[int((NR + 1) / 2)], all[1] }'
    done | { read -r cpu; read -r wall; printf '%-10s cpu %s, wall %s\n' "$program" "$cpu" "$wall"; }
done
if command -v hyperfine >/dev/null; then
    hyperfine -N -i -w 3 "$work/empty" "$work/installed" "$work/jar"
fi
