#!/usr/bin/env bash
# A row of the transcript that throws, at 20 places: is the window alive, that row told, and does it close? From the
# tests that plant them. bin/bench rows
set -u
. src/bench/figures.sh
report=target/surefire-reports/TEST-dev.paddock.ui.transcript.BrokenRowTest.xml
rm -f "$report"
mvn -q -B test -Dtest=BrokenRowTest -Dsurefire.failIfNoSpecifiedTests=false >target/bench/rows.log 2>&1
attribute() { sed -n "s/^<testsuite .* $1=\"\([0-9]*\)\".*/\1/p" "$report" 2>/dev/null | head -n 1; }
places=$(attribute tests)
bad=$(($(attribute failures) + $(attribute errors) + $(attribute skipped)))
figure rows.places "${places:-0}" "" ">=" 20
figure rows.whole "$((${places:-0} - bad))" "" = "${places:-20}"
