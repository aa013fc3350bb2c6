# Of the rounds that versus.sh kept, for every figure of one benchmark that both sides have, in their order:
# name, unit, middle of the old, middle of the new, middle of the ratios of both in the same round, noise. A ratio above 1
# is always worse: where more is better it is old over new.
function middle(values, n,   i, j, swap) {
  for (i = 2; i <= n; i++)
    for (j = i; j > 1 && values[j - 1] > values[j]; j--) { swap = values[j]; values[j] = values[j - 1]; values[j - 1] = swap }
  return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
}

# How far the rounds of a side lie apart, as a share of their middle; leaves that in `centre`.
function spread(side, name,   round, list, n) {
  n = 0
  for (round = 1; round <= last; round++) if ((side, name, round) in value) list[++n] = value[side, name, round]
  centre = middle(list, n)
  return centre ? (list[n] - list[1]) / centre : 0
}

$1 == bench && $4 == "figure" {
  value[$3, $5, $2] = $6
  unit[$5] = $7
  if ($2 > last) last = $2
  if ($3 == "new" && !seen[$5]++) order[++figures] = $5
}

END {
  for (f = 1; f <= figures; f++) {
    name = order[f]
    n = 0
    for (round = 1; round <= last; round++)
      if (("old", name, round) in value && ("new", name, round) in value) {
        before = value["old", name, round]
        after = value["new", name, round]
        if (unit[name] ~ /\/s$/) { swap = before; before = after; after = swap }
        # Nothing before and nothing now is as good as before.
        ratio[++n] = before ? after / before : (after ? 1000 : 1)
      }
    if (!n) continue
    noise = spread("old", name); old = centre
    other = spread("new", name); new = centre
    if (other > noise) noise = other
    noise = noise < 0.03 ? 0.03 : noise > 0.2 ? 0.2 : noise
    printf "%s\t%s\t%.3f\t%.3f\t%.3f\t%.3f\n", name, unit[name], old, new, middle(ratio, n), noise
    delete ratio
  }
}
