#!/usr/bin/env bash
# bin/bench verify [TIMES [COMMIT]]: `mvn verify` in a clean clone of COMMIT (HEAD), once as the machine is, which is to be
# quiet, and TIMES (10) times with every core kept busy by something else. Each result is kept as it comes: cut off, the
# same command goes on with the run it was in. Logs of runs that failed stay in target/bench/verify. With LOAD=others the
# cores are busy already, with other builds for instance: only loaded runs are made then, and nothing is added to the load.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
. src/bench/figures.sh
times=${1:-10}
commit=$(git rev-parse --verify "${2:-HEAD}^{commit}")
folder=$PWD/target/bench/verify
limit=2700
load=${LOAD:-own}
quiet_goal=240
mkdir -p "$folder"
open_rounds verify "$commit"

# Busy loops at our own priority, one for each core; they end with this script, however it ends.
load() {
  local core
  for ((core = 0; core < $(nproc); core++)); do
    while kill -0 $$ 2>/dev/null; do for ((i = 0; i < 100000; i++)); do :; done; done &
    loads+=($!)
  done
}

unload() {
  [ "${#loads[@]}" = 0 ] || kill "${loads[@]}" 2>/dev/null || true
  loads=()
}

clean_clone() {
  local try
  # The tests of a run that was cut off may still be ending, and write meanwhile.
  for ((try = 0; try < 60; try++)); do ! rm -rf "$folder/clone" 2>/dev/null || break; sleep 0.5; done
  git clone -q --no-hardlinks . "$folder/clone"
  git -C "$folder/clone" checkout -q --detach "$commit"
}

# Maven ends with this script as well, and its tests with Maven.
with_this_script() { if setpriv --pdeathsig KILL true 2>/dev/null; then exec setpriv --pdeathsig KILL "$@"; else exec "$@"; fi; }

# run KIND NUMBER: one `mvn verify`, kept as KIND, NUMBER, 1 for green, seconds, tests
run() {
  local log=$folder/$1-$2.log start=$SECONDS green=1 tests
  clean_clone
  [ "$1" = quiet ] || [ "$load" = others ] || load
  start=$SECONDS
  (cd "$folder/clone" && with_this_script timeout "$limit" mvn -B -ntp verify) >"$log" 2>&1 || green=0
  local seconds=$((SECONDS - start))
  unload
  tests=$(grep -E 'Tests run:' "$log" | tail -1 | sed -E 's/.*Tests run: ([0-9]+).*/\1/')
  [ "${tests:-0}" -gt 0 ] || green=0
  keep "$1" "$2" "$green" "$seconds" "${tests:-0}"
  if [ "$green" = 1 ]; then
    echo "$1 $2: green, $seconds s, $tests tests"
    rm -f "$log"
  else
    echo "$1 $2: failed after $seconds s, see $log"
    grep -E '^\[ERROR\]' "$log" | head -n 5 | sed 's/^/  /' || true
  fi
}

loads=()
trap unload EXIT
[ "$load" = others ] || [ "$(kept quiet 1 | wc -l)" = 1 ] || run quiet 1
for ((number = 1; number <= times; number++)); do
  [ "$(kept loaded "$number" | wc -l)" = 1 ] || run loaded "$number"
done
rm -rf "$folder/clone"
[ "$(kept quiet 1 | wc -l)" = 1 ] || exit 0

figure verify.quiet.green "$(kept quiet | cut -f3)" "of 1" = 1
figure verify.quiet.time "$(kept quiet | cut -f4)" s '<=' "$quiet_goal"
figure verify.tests "$(kept quiet | cut -f5)" tests
figure verify.loaded.green "$(kept loaded | awk -F'\t' '{ green += $3 } END { print green + 0 }')" "of $times" = "$times"
figure verify.loaded.time.median "$(kept loaded | cut -f4 | median)" s
figure verify.loaded.time.max "$(kept loaded | cut -f4 | sort -n | tail -n 1)" s
finish_rounds
