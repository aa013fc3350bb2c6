#!/usr/bin/env bash
# Makes the app's image alone, without installers and engine, in target/package/paddock: image.sh [CHECKOUT]
# CHECKOUT is another one of this project, this one by default. Needs a JDK 25, Maven, GTK 3 and Xvfb.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
cd "${1:-$here}"
java=$("$here/bin/jdk")
mvn -q -B test-compile
# A screen of its own, as training the AOT cache moves pointer and keys.
xvfb-run -a -s "-screen 0 1400x1000x24" "$java" --enable-native-access=ALL-UNNAMED \
  -cp "target/test-classes:target/classes:$(cat target/test-class-path)" dev.paddock.packaging.Package
