#!/usr/bin/env bash
# Makes the app's image and its installers for this Linux under target/package:
#
#   linux.sh [none|cpu|cuda]...     the engine to bundle (default: none); several make several sets
#
# Needs a JDK 25, Maven, Xvfb, dpkg-deb and rpmbuild. Nothing is installed and no root is needed.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
work=$PWD/target/package
parts=packaging/jpackage/linux
declare -A app

read_list() {
  local line
  while IFS= read -r line; do
    case $line in
      \#* | '') ;;
      *) app[${line%%=*}]=${line#*=} ;;
    esac
  done <packaging/jpackage/app.properties
  line=$(grep '^version=' target/classes/dev/paddock/version.properties)
  line=${line#version=}
  # Older than the release of that name, for dpkg and rpm alike.
  app[version]=${line/-SNAPSHOT/\~snapshot}
  app[date]=$(date -u +%F)
  app[arch]=$(dpkg --print-architecture)
  app[folded]=$(fold -s -w 76 <<<"${app[description]}" | sed 's/ *$//; s/^/ /')
}

# What --help says, as a page of the manual.
manual() {
  printf '.TH %s 1 %s "%s %s"\n.SH NAME\n%s \\- %s\n.SH DESCRIPTION\n.nf\n' \
    "${app[command]^^}" "${app[date]}" "${app[name]}" "${app[version]}" "${app[command]}" "${app[summary]}"
  "$work/${app[command]}/bin/${app[command]}" --help | sed "s/\\\\/\\\\e/g; s/-/\\\\-/g; s/^[.']/\\\\\\&&/"
  printf '.fi\n.SH FILES\n.TP\n~/.local/share/%s\nConversations, settings and logs, unless \\-\\-data\\-dir names another folder.\n' \
    "${app[command]}"
}

# Fills a template in: fill TEMPLATE TARGET [MODE]
fill() {
  local text key
  text=$(<"$parts/$1")
  for key in "${!app[@]}"; do text=${text//"@$key@"/"${app[$key]}"}; done
  install -D -m "${3:-644}" /dev/null "$2"
  printf '%s\n' "$text" >"$2"
}

# The tree of files as installed, in $root; cp -a keeps the times that the AOT cache was made with.
stage() { # VARIANT
  local lib=$root/usr/lib/${app[command]} share=$root/usr/share size
  rm -rf "$root"
  mkdir -p "$root/usr/bin" "$root/usr/lib"
  cp -a "$work/${app[command]}" "$lib"
  add_engine "$1" "$lib/lib/app/engine"
  ln -s "../lib/${app[command]}/bin/${app[command]}" "$root/usr/bin/${app[command]}"
  fill app.desktop "$share/applications/${app[id]}.desktop"
  fill metainfo.xml "$share/metainfo/${app[id]}.metainfo.xml"
  fill mime.xml "$share/mime/packages/${app[id]}.xml"
  install -D -m 644 packaging/icon/paddock.svg "$share/icons/hicolor/scalable/apps/${app[id]}.svg"
  for size in 16 32 48 64 128 256; do
    install -D -m 644 "target/classes/dev/paddock/icons/paddock-$size.png" \
      "$share/icons/hicolor/${size}x$size/apps/${app[id]}.png"
  done
  install -D -m 644 "$lib/lib/app/notices/THIRD-PARTY.txt" "$share/doc/${app[command]}/copyright"
  gzip -9nc CHANGELOG.md >"$share/doc/${app[command]}/changelog.gz"
  mkdir -p "$share/man/man1"
  manual | gzip -9n >"$share/man/man1/${app[command]}.1.gz"
  chmod -R u=rwX,go=rX "$root"
}

add_engine() { # VARIANT TARGET
  case $1 in
    none) app[variant]='No engine is bundled: name a llama-server in the settings.' ;;
    cpu) app[variant]='An engine for the processor is bundled.' ;;
    cuda) app[variant]='An engine for NVIDIA cards and the processor is bundled.' ;;
  esac
  [ "$1" = none ] && return
  # That for the processor is the build's own.
  local engine=$PWD/engine
  [ "$1" = cpu ] || engine=$work/engine-$1
  PADDOCK_ENGINE='' packaging/engine/assemble.sh --variant "$1" "$engine"
  cp -a "$engine" "$2"
}

make_deb() {
  app[size]=$(du -sk "$root" | cut -f1)
  fill control "$root/DEBIAN/control"
  fill postrm "$root/DEBIAN/postrm" 755
  dpkg-deb --root-owner-group -Zxz -z9 -b "$root" "$name.deb" >/dev/null
  rm -rf "$root/DEBIAN"
}

make_rpm() {
  app[root]=$root
  fill app.spec "$work/app.spec"
  rpmbuild -bb --quiet --define "_topdir $work/rpm" --define "_rpmdir $work/rpm" \
    --define "_rpmfilename package.rpm" "$work/app.spec"
  mv "$work/rpm/package.rpm" "$name.rpm"
  rm -rf "$work/rpm" "$work/app.spec"
}

make_archive() {
  tar -C "$root/usr/lib" --owner=0 --group=0 --sort=name -czf "$name.tar.gz" "${app[command]}"
}

for variant in "${@:-none}"; do
  case $variant in
    none | cpu | cuda) ;;
    *)
      echo "Usage: linux.sh [none|cpu|cuda]..." >&2
      exit 2
      ;;
  esac
done
packaging/jpackage/image.sh
read_list
plain=${app[version]}
for variant in "${@:-none}"; do
  root=$work/root
  app[version]=$plain
  [ "$variant" = none ] || app[version]=$plain+$variant
  name=$work/${app[command]}-${app[version]}-${app[arch]}
  stage "$variant"
  make_deb
  make_rpm
  make_archive
  ls -sh "$name".*
done
rm -rf "$root"
