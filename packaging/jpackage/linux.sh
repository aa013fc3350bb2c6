#!/usr/bin/env bash
# Makes the image and the installers for this Linux under target/package: linux.sh [none|cpu|cuda]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
java=$(bin/jdk)
mvn -q -B test-compile
# A screen of its own: training the AOT cache moves pointer and keys.
xvfb-run -a -s "-screen 0 1400x1000x24" "$java" -cp "target/test-classes:target/classes:$(cat target/test-class-path)" \
  dev.paddock.packaging.Package "$@"
