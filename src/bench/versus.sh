#!/usr/bin/env bash
# bin/bench versus COMMIT [NAME…]: benchmarks of an old commit, by its own code in a clone of its own, against those of this
# tree, in turns on the same machine. NAMEs: window, startup, footprint (these three by default) and every other that
# both have; installed is `startup` of an image. ROUNDS=3 of each. Of every figure: old, new, new over old, and whether that is no worse.
# Each turn is kept as it ends: cut off, the same command goes on with the turn it was in.
#
# No worse: the middle of the rounds' ratios is at most 1 + noise, noise being the larger spread of both sides,
# (largest - smallest) / middle, yet no less than 3 % and no more than 20 %, so that a machine that is not quiet
# excuses nothing. Baselines and what only the slowest few decide (p90, max) are shown without a verdict.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
. src/bench/figures.sh
[ $# -gt 0 ] || { echo "Usage: bin/bench versus COMMIT [NAME…]" >&2; exit 2; }
commit=$(git rev-parse --verify "$1^{commit}")
shift
names=("$@")
[ $# -gt 0 ] || names=(window startup footprint)
count=${ROUNDS:-3}
new=$PWD
old=$PWD/target/bench/versus/${commit:0:10}
open_rounds versus "$commit $PADDOCK_COMMIT"

if [ ! -d "$old" ]; then
  git clone -q --no-hardlinks . "$old.part"
  git -C "$old.part" checkout -q --detach "$commit"
  mv "$old.part" "$old"
fi
# The same engine for both.
[ -d "$old/engine" ] || cp -a engine "$old/engine"

# Once a run: an image of each, where a benchmark needs one.
image() {
  local mark=$1/target/package/.made
  if [ "$(cat "$mark" 2>/dev/null)" != "$2" ]; then
    echo "making the image of $1"
    rm -f "$mark"
    PADDOCK_ENGINE='' "$new/packaging/jpackage/image.sh" "$1" >/dev/null
    echo "$2" >"$mark"
  fi
}

# What a benchmark of the checkout $1 prints.
bench() {
  case $2 in
    footprint) xvfb-run -a "$1/bin/bench" footprint "$1/target/package/paddock" ;;
    installed) "$1/bin/bench" startup "$1/target/package/paddock" ;;
    *) "$1/bin/bench" "$2" ;;
  esac
}

# turn NAME ROUND SIDE CHECKOUT
turn() {
  local out figure value unit
  [ -z "$(kept "$1" "$2" "$3" ended)" ] || return 0
  echo "$1, round $2, $3"
  out=$(bench "$4" "$1")
  while read -r figure value unit _; do
    if [[ $value =~ ^-?[0-9]+(\.[0-9]+)?$ ]]; then keep "$1" "$2" "$3" figure "$figure" "$value" "$unit"; fi
  done < <(sed 's/\x1b\[[0-9;]*m//g' <<<"$out")
  keep "$1" "$2" "$3" ended ""
}

# report NAME: of each figure that both sides have, in the order of the new one
report() {
  local figure old_middle new_middle ratio noise unit
  while IFS=$'\t' read -r figure unit old_middle new_middle ratio noise; do
    figure "$figure.old" "$old_middle" "$unit"
    figure "$figure.new" "$new_middle" "$unit"
    case $figure in
      *.blank | *.bare.* | *.hand | *.cat.* | *.p90 | *.max | *.count) figure "$figure.new/old" "$ratio" x ;;
      *) figure "$figure.new/old" "$ratio" x '<=' "$(awk -v noise="$noise" 'BEGIN { printf "%.3f", 1 + noise }')" ;;
    esac
  done < <(awk -F'\t' -v bench="$1" -f src/bench/versus.awk "$rounds")
}

for name in "${names[@]}"; do
  case $name in footprint | installed)
      image "$old" "$commit"
      image "$new" "$PADDOCK_COMMIT"
      ;; esac
  for ((round = 1; round <= count; round++)); do
    # Whoever comes second finds a warmer machine: both do.
    if ((round % 2)); then
      turn "$name" "$round" old "$old"
      turn "$name" "$round" new "$new"
    else
      turn "$name" "$round" new "$new"
      turn "$name" "$round" old "$old"
    fi
  done
done
for name in "${names[@]}"; do report "$name"; done
finish_rounds
