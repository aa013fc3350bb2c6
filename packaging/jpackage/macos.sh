#!/usr/bin/env bash
# Makes Paddock.app and its .dmg for this Mac under target/package. Not yet run on a Mac.
#
# Needs a JDK 25 and Maven, and leave to control the computer for the terminal (System Settings, Privacy &
# Security, Accessibility): training the AOT cache moves pointer and keys for half a minute. Hands off meanwhile.
set -euo pipefail
cd "$(dirname "$0")/../.."
of() { sed -n "s/^$1=//p" packaging/jpackage/app.properties; }
java=$(bin/jdk)
mvn -q -B test-compile
image=$("$java" --enable-native-access=ALL-UNNAMED \
  -cp "target/test-classes:target/classes:$(cat target/test-class-path)" dev.paddock.packaging.Package | tail -n 1)
"${java%/java}/jpackage" --type dmg --app-image "$image" --name "$(of name)" \
  --file-associations packaging/jpackage/gguf.properties --dest target/package
