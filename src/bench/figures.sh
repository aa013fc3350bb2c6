# Sourced by bin/bench and by benchmarks that are scripts. What Figures.java does for those in Java: lines of
# `name value unit goal verdict`, printed and added to the file $PADDOCK_FIGURES.

# What is built: the commit, and what was changed since.
built_commit() {
  local changes
  changes=$(git diff HEAD 2>/dev/null | sha256sum | cut -c1-8)
  [ -n "$(git status --porcelain 2>/dev/null)" ] || changes=
  echo "$(git rev-parse --short HEAD 2>/dev/null || echo unknown)${changes:++$changes}"
}

# begin_figures FILE COMMAND: empties the file and notes in it when, where and of what it is
begin_figures() {
  export PADDOCK_FIGURES=$1 PADDOCK_COMMIT
  PADDOCK_COMMIT=$(built_commit)
  mkdir -p "$(dirname "$1")"
  {
    echo "# $2, $(date -u '+%F %R'), commit $PADDOCK_COMMIT, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null)"
    printf 'name\tvalue\tunit\tgoal\tverdict\n'
  } >"$1"
}

# figure NAME VALUE UNIT [SIGN LIMIT]: SIGN is <=, >= or =; a VALUE that is no number meets no goal
figure() {
  local verdict=
  if [ $# -gt 3 ]; then
    verdict=$(awk -v value="$2" -v sign="$4" -v limit="$5" 'BEGIN {
      number = value ~ /^-?[0-9]+(\.[0-9]*)?$/
      met = sign == "<=" ? value + 0 <= limit + 0 : sign == ">=" ? value + 0 >= limit + 0 : value + 0 == limit + 0
      print number && met ? "met" : "missed" }')
  fi
  printf '%-34s %10s %-12s %-10s %s\n' "$1" "$2" "$3" "${4:-}${5:+ $5}" "$verdict" | sed 's/ *$//'
  printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "${4:-}${5:+ $5}" "$verdict" >>"$PADDOCK_FIGURES"
}

# How many goals were met, and which were not.
sum_up() {
  awk -F'\t' '$5 == "met" { met++ } $5 == "missed" { missed++; names = names " " $1 }
    END { if (met + missed) printf "%d of %d goals met%s\n", met, met + missed, missed ? "; missed:" names : "" }' "$PADDOCK_FIGURES"
  echo "kept in $PADDOCK_FIGURES"
}

# The rounds of a long benchmark, as Rounds.java keeps them: one line each, fields parted by tabs.
# open_rounds NAME KEY: begins anew where KEY, all that makes rounds comparable, is not that of the rounds kept
open_rounds() {
  rounds=target/bench/$1.rounds
  mkdir -p target/bench
  if [ "$(head -n 1 "$rounds" 2>/dev/null)" != "# $2" ]; then
    echo "# $2" >"$rounds"
  else
    echo "$1: goes on after $(($(wc -l <"$rounds") - 1)) rounds"
  fi
}

# keep FIELD…
keep() { local IFS=$'\t'; echo "$*" >>"$rounds"; }

# kept FIELD…: the lines that begin with these fields
kept() {
  local IFS=$'\t'
  awk -v start="$*"$'\t' 'NR > 1 && index($0, start) == 1' "$rounds"
}

finish_rounds() { rm -f "$rounds"; }

# The middle one of the numbers that come in, one a line.
median() { sort -g | awk '{ all[NR] = $1 } END { if (NR) print all[int((NR + 1) / 2)] }'; }
