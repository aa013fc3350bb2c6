#!/usr/bin/env bash
# Installs a .deb in a fresh Debian, as a machine without Java has it, uses it as an ordinary user and removes it:
#
#   installed.sh [PACKAGE.deb]      default: the newest of target/package
#
# Needs root and debootstrap; downloads about 150 MB. Leaves pictures in target/package/pictures and nothing else.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
. packaging/test/common.sh

# Mounts of our own: they are gone when this ends, however it ends.
if [ "${1:-}" != --inside ]; then
  exec unshare --mount --propagation private "$0" --inside "$@"
fi
shift
deb=${1:-$(ls -t target/package/*.deb | head -n 1)}
pictures=$PWD/target/package/pictures
mkdir -p "$pictures"
base=$(mktemp -d)
root=$base/root
mount -t tmpfs tmpfs "$base" -o mode=755,size=4g
trap 'close_screen; umount -l "$base"; rmdir "$base"' EXIT

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
# As after a log-in, in the plain C locale.
as_person() { chroot --userspec=person:person "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/person DISPLAY="${DISPLAY-}" "$@"; }

make_root() {
  local suite=${SUITE:-bookworm} device
  debootstrap --variant=minbase "$suite" "$root" "$(apt-get --no-release-info indextargets --format '$(SITE)' \
    'Created-By: Packages' "Codename: $suite" | head -n 1)" >"$base/log" || { cat "$base/log"; return 1; }
  mount -t proc proc "$root/proc"
  mount -t tmpfs tmpfs "$root/dev" -o mode=755
  for device in null zero full random urandom tty; do
    : >"$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
  done
  mkdir -p "$root/dev/shm" "$root/tmp/.X11-unix"
  mount -t tmpfs tmpfs "$root/dev/shm" -o mode=1777
  mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
  inside useradd --create-home person
}

installs() {
  cp "$deb" "$root/root/app.deb"
  inside apt-get update -q &&
    inside apt-get install -q -y --no-install-recommends /root/app.deb &&
    inside dpkg -L paddock >"$base/files"
}

no_java() { ! inside sh -c 'command -v java'; }
version() { as_person paddock --version | tee /dev/stderr | grep -q '^Paddock [0-9]'; }
bundled() { [ -x "$root/usr/lib/paddock/lib/app/engine/llama-server" ]; }
manual() { zcat "$root/usr/share/man/man1/paddock.1.gz" | grep -qF '\-\-self\-test'; }
self_test() { as_person env -u DISPLAY paddock --self-test; }
cache_used() { as_person env PADDOCK_JAVA_OPTIONS=-XX:AOTMode=on paddock --version; }

quiet_without_cache() {
  local said cache=$root/usr/lib/paddock/lib/app/paddock.aot
  mv "$cache" "$cache.away"
  said=$(as_person paddock --version 2>&1)
  mv "$cache.away" "$cache"
  [[ $said == Paddock\ * && $(wc -l <<<"$said") == 1 ]] || { echo "$said"; return 1; }
}

menu_entry() { sed -n 's/^Exec=//p' "$root/usr/share/applications/dev.paddock.Paddock.desktop"; }

# Whether the desktop would know the window as the menu entry's.
belongs() { xdotool search --onlyvisible --class "$(sed -n 's/^StartupWMClass=//p' \
  "$root/usr/share/applications/dev.paddock.Paddock.desktop")" >/dev/null; }

opens() { # PICTURE [FILE]: as the menu or a file manager does
  local command pid
  command=$(menu_entry)
  command=${command/\%f/${2-}}
  as_person sh -c "exec $command" 2>"$base/said" &
  pid=$!
  shown "$pid" "$pictures/$1.png" && belongs && quits "$pid" || { cat "$base/said"; return 1; }
  [ ! -s "$base/said" ] || { echo "it said:"; cat "$base/said"; return 1; }
}

opens_model() {
  cp target/classes/dev/paddock/starter/paddock-starter.gguf "$root/home/person/a model.gguf"
  opens installed-model "'/home/person/a model.gguf'" || return 1
  # The bar names the model in place of the invitation to choose one.
  ! cmp -s <(bar installed) <(bar installed-model)
}

bar() { convert "$pictures/$1.png" -crop 200x40+310+70 rgb:-; }

metadata() {
  desktop-file-validate "$root/usr/share/applications/dev.paddock.Paddock.desktop" &&
    appstreamcli validate --no-net "$root/usr/share/metainfo/dev.paddock.Paddock.metainfo.xml" &&
    mkdir -p "$base/mime/packages" && cp "$root/usr/share/mime/packages/dev.paddock.Paddock.xml" "$base/mime/packages" &&
    update-mime-database "$base/mime" && grep -q "gguf" "$base/mime/globs2"
}

# What the app wrote: its data folder, and GTK's and fontconfig's caches.
only_own_data() {
  local left
  left=$(find "$root" -xdev -user "$(stat -c %u "$root/home/person")" -type f ! -path '*/home/person/.local/share/paddock/*' \
    ! -path '*/home/person/.cache/fontconfig/*' ! -path '*/home/person/.cache/mesa*' ! -name '.bash*' ! -name .profile \
    ! -name 'a model.gguf' -printf '/%P\n')
  [ -z "$left" ] || { echo "$left"; return 1; }
}

removes() {
  inside apt-get purge -q -y paddock >"$base/log" || { cat "$base/log"; return 1; }
  grep -q '\.local/share/paddock' "$base/log" || { cat "$base/log"; return 1; }
}

nothing_left() {
  local left
  left=$(cd "$root" && find . -xdev -iname '*paddock*' ! -path './home/person/.local/share/paddock*' ! -path './proc/*')
  [ -z "$left" ] || { echo "$left"; return 1; }
  [ -s "$root/home/person/.local/share/paddock/history.db" ]
}

open_screen
echo "testing $deb"
check "a fresh Debian" make_root
check "no Java there" no_java
check "apt installs it with what it needs" installs
check "--version" version
check "its page of the manual" manual
check "the AOT cache is used" cache_used
check "without the cache it starts and says nothing" quiet_without_cache
if bundled; then check "--self-test, without a display" self_test; fi
check "the menu entry opens the window" opens installed
check "a .gguf file opens with its model" opens_model
check "menu entry, AppStream and MIME data are valid" metadata
check "it wrote nothing but its data folder" only_own_data
check "apt removes it and says where the data stay" removes
check "nothing is left but the data" nothing_left
exit "$failed"
