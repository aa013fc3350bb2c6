#!/bin/sh
# Starts the installed app: finds its folder, through links as well, and becomes Java.
self=$(readlink -f -- "$0") || exit 127
home=${self%/bin/*}
@LOCALE@
# Else GTK loads the whole of OpenGL for itself, which JavaFX does not use.
export GDK_GL=disable
# Whatever is written is for its owner alone, a report of a crash of Java too.
umask 077
# Unquoted on purpose: further options for Java, by hand.
# shellcheck disable=SC2086
exec "$home/lib/runtime/bin/java" \
  @OPTIONS@
  $numbers ${PADDOCK_JAVA_OPTIONS-} -m @MAIN@ "$@"
