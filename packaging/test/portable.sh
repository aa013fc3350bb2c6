#!/usr/bin/env bash
# Runs the portable archive from an awkward folder and from a read-only one: portable.sh [ARCHIVE.tar.gz]
# (default: the newest of target/package). Needs root. Leaves pictures in target/package/pictures and nothing else.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
. packaging/test/common.sh
if [ "${1:-}" != --inside ]; then
  exec unshare --mount --propagation private "$0" --inside "$@"
fi
shift
archive=${1:-$(ls -t target/package/*.tar.gz | head -n 1)}
pictures=$PWD/target/package/pictures
mkdir -p "$pictures"
base=$(mktemp -d)
mount -t tmpfs tmpfs "$base" -o mode=755,size=3g
trap 'close_screen; umount -l "$base"; rmdir "$base"' EXIT
home="$base/höme dir"
mkdir -m 777 "$home"

as_nobody() { # LOCALE COMMAND…
  local locale=$1
  shift
  setpriv --reuid 65534 --regid 65534 --clear-groups env -i PATH=/usr/bin:/bin HOME="$home" TMPDIR=/tmp \
    DISPLAY="${DISPLAY-}" LANG="$locale" "$@"
}

unpacks() { mkdir -p "$1" && tar -C "$1" -xzf "$archive"; }
version() { [[ $(as_nobody "$2" "$1/paddock/bin/paddock" --version 2>&1) == Paddock\ * ]]; }
cache_used() { as_nobody "$2" PADDOCK_JAVA_OPTIONS=-XX:AOTMode=on "$1/paddock/bin/paddock" --version; }

self_test() {
  [ -x "$1/paddock/lib/app/engine/llama-server" ] || return 0
  as_nobody "$2" "$1/paddock/bin/paddock" --self-test
}

opens() { # FOLDER LOCALE PICTURE
  local pid
  as_nobody "$2" "$1/paddock/bin/paddock" 2>"$base/said" &
  pid=$!
  shown "$pid" "$pictures/$3.png" && quits "$pid" || { cat "$base/said"; return 1; }
  [ ! -s "$base/said" ] || { cat "$base/said"; return 1; }
}

linked() { # through a link in a folder of the search path
  mkdir -p "$base/bin" && ln -s "$1/paddock/bin/paddock" "$base/bin/paddock" &&
    as_nobody C.UTF-8 PATH="$base/bin:/usr/bin:/bin" sh -c 'cd / && paddock --version'
}

read_only() { mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && ! touch "$1/paddock/lib/x" 2>/dev/null; }

try_all() { # NAME FOLDER PICTURE
  local locale
  for locale in C.UTF-8 C; do
    check "$1, $locale: --version" version "$2" "$locale"
    check "$1, $locale: the AOT cache is used" cache_used "$2" "$locale"
    check "$1, $locale: --self-test" self_test "$2" "$locale"
    check "$1, $locale: the window opens" opens "$2" "$locale" "$3-$locale"
  done
}

open_screen
echo "testing $archive"
awkward="$base/Ünï cödé  (2) 模型"
plain=$base/read-only
check "unpacks" unpacks "$awkward"
check "through a link" linked "$awkward"
try_all "awkward folder" "$awkward" portable-awkward
check "unpacks again" unpacks "$plain"
check "read-only" read_only "$plain"
try_all "read-only folder" "$plain" portable-read-only
exit "$failed"
