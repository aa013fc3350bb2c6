#!/usr/bin/env bash
# bin/bench mutations [ROOM...]: changes the compiled code of the domain in small ways and sees whether the room's fast
# tests notice. A room that was measured and has not changed since is not measured again, so a run that was cut off goes
# on where it was. target/mutations/ROOM.csv holds each mutation, target/mutations/unnoticed those that no test noticed.
# MUTATION_OPTIONS are further options for PIT, as -DwithHistory.
set -eu
cd "$(dirname "$(readlink -f "$0")")/../.."
. src/bench/figures.sh
goal=80
domain=(signal option model engine engine.log engine.check connection chat slot download monitor trial settings)
main=src/main/java/dev/paddock
test=src/test/java/dev/paddock
out=target/mutations

rooms=()
for room in "${@:-${domain[@]}}"; do
  if [ -d "$main/${room//.//}" ]; then
    rooms+=("$room")
  elif [ $# -gt 0 ]; then
    echo "No room $room in $main" >&2 && exit 2
  fi
done

# What the room is made of and judged by, as one word.
state() {
  find "$main/${1//.//}" "$test/${1//.//}" -name '*.java' -print0 2>/dev/null | sort -z | xargs -0 cat | sha256sum
}

# Rooms within this one are measured by themselves.
inner() {
  local room
  for room in "${domain[@]}"; do
    case $room in "$1".*) printf 'dev.paddock.%s.*,' "$room" ;; esac
  done
}

# Tests of the real engine, and those that try thousands of files, are named so; for each mutation they take too long.
measure() {
  mvn -B -ntp -Pmutations org.pitest:pitest-maven:mutationCoverage \
    -DtargetClasses="dev.paddock.$1.*" -DexcludedClasses="$(inner "$1")" \
    -DtargetTests="dev.paddock.$1.*Test" -DexcludedTestClasses='*EngineTest,*FuzzTest' \
    -DreportsDirectory="$out/$1" ${MUTATION_OPTIONS:-} >"$out/$1.txt" 2>&1 ||
    { tail -n 25 "$out/$1.txt" >&2 && exit 1; }
  mv "$out/$1/mutations.csv" "$out/$1.csv"
  state "$1" >"$out/$1.state"
}

# score NAME FILE...
score() {
  local figure
  figure=$(cat "${@:2}" | awk -F, '
    $6 != "SURVIVED" && $6 != "NO_COVERAGE" { noticed++ }
    END { if (NR) printf "%.1f %d", 100 * noticed / NR, NR; else print "100.0 0" }')
  figure "$1" "${figure% *}" "% of ${figure#* }" '>=' $goal
}

mkdir -p "$out"
mvn -q -B test-compile
JAVA_HOME=$(bin/jdk)
export JAVA_HOME=${JAVA_HOME%/bin/java}
files=()
for room in "${rooms[@]}"; do
  [ "$(state "$room")" = "$(cat "$out/$room.state" 2>/dev/null)" ] || measure "$room"
  files+=("$out/$room.csv")
  score "$room" "$out/$room.csv"
done
[ "${#rooms[@]}" = 1 ] || score "all rooms" "${files[@]}"
awk -F, '$6 == "SURVIVED" || $6 == "NO_COVERAGE" {
  sub(/.*\./, "", $3)
  print $2 ":" $5 " " $4 " " $3
}' "${files[@]}" | sort >"$out/unnoticed"
