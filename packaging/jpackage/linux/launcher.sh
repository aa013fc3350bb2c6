#!/bin/sh
# Starts the installed app: finds its folder, through links as well, and becomes Java.
self=$(readlink -f -- "$0") || exit 127
home=${self%/bin/*}
exec "$home/lib/runtime/bin/java" \
  @OPTIONS@
  -m @MAIN@ "$@"
