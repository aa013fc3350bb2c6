#!/usr/bin/env bash
# bin/bench devices: each fault of a graphics card on a device that the processor computes, in the whole app: whether its
# words are shown and its button mends it (DeviceFaultsJourneyTest). The engine for it is assembled where there is none.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
. src/bench/figures.sh
test=dev.paddock.app.DeviceFaultsJourneyTest
report=target/surefire-reports/TEST-$test.xml

packaging/engine/assemble.sh --variant vulkan-software
rm -f "$report"
mvn -q -B test "-Dtest=$test" -Dsurefire.failIfNoSpecifiedTests=false || true
[ -s "$report" ] || { echo "the tests did not run" >&2; exit 1; }

awk '
  /<testcase / { name = $0; sub(/.*<testcase name="/, "", name); sub(/".*/, "", name); bad = 0; if (/\/>$/) print name, 1 }
  /<(failure|error|skipped)/ { bad = 1 }
  /<\/testcase>/ { print name, !bad }' "$report" | sort |
  while read -r name mended; do figure "device.$name" "$mended" mended = 1; done
