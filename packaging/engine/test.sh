#!/usr/bin/env bash
# Tests assemble.sh for real: it downloads the packages several times (about 25 MB each). Run as root, it also
# tests an unprivileged user. Leaves nothing behind. Exit status 0: all passed.
set -uo pipefail
unset PADDOCK_ENGINE

source_dir=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
chmod 755 "$work"

# Its own little repository, so that the default target is not the real one.
repo="$work/répo with space"
mkdir -p "$repo/packaging/engine"
cp "$source_dir"/{assemble,private-apt}.sh "$repo/packaging/engine/"
chmod -R a+rX "$work"
assemble="$repo/packaging/engine/assemble.sh"
engine="$repo/engine"

. "$source_dir/../test/common.sh"

works() { [[ $("$1" --version 2>&1) == version:* ]]; }
millis() { echo $((${EPOCHREALTIME/./} / 1000)); }

cold() {
    local start
    start=$(millis)
    "$assemble" && works "$engine/llama-server" || return 1
    [[ -s $engine/packages.txt && -s $engine/licenses/libllama0.txt && -s $engine/licenses/common-licenses/GPL-3 ]] || return 1
    [[ -z $(ls -A "$repo" | grep -vxE 'engine|packaging') ]] || return 1
    local took=$(($(millis) - start))
    ((took < 60000)) || { echo "took $took ms"; return 1; }
}

warm() {
    local start out
    start=$(millis)
    out=$("$assemble" 2>&1) || return 1
    local took=$(($(millis) - start))
    [[ -z $out ]] && ((took < 200)) || { echo "took $took ms, said: $out"; return 1; }
}

links() {
    mkdir -p "$work/bin"
    ln -s "$engine/llama-server" "$work/bin/absolute"
    ln -s absolute "$work/bin/chain"
    (cd / && works "$work/bin/absolute" && works "$work/bin/chain") &&
        (cd "$work/bin" && works ./chain) &&
        (cd / && PATH="$work/bin:$PATH" && works chain) &&
        (cd "$engine" && works ./llama-server)
}

moved() {
    local there="$work/Ünï cödé  (2)"
    cp -r "$engine" "$there" && works "$there/llama-server" && (cd "$there" && sh llama-server --version)
}

hostile_environment() {
    LD_LIBRARY_PATH=/lib/x86_64-linux-gnu:/lib/aarch64-linux-gnu works "$engine/llama-server"
}

running() { [[ -e /proc/$1 ]] && ! grep -q '^State:.*Z' "/proc/$1/status" 2>/dev/null; }

# With no model the engine stays up. Its process id must be the launcher's, and it must die with its parent.
dies_with_parent() {
    local parent child i
    bash -c 'setpriv --pdeathsig KILL -- "$0" --host 127.0.0.1 --port 0 >"$1/log" 2>&1 & echo $! >"$1/pid"; wait' \
        "$engine/llama-server" "$work" &
    parent=$!
    for ((i = 0; i < 100; i++)); do
        grep -qs 'listening on' "$work/log" && break
        sleep 0.05
    done
    child=$(<"$work/pid")
    grep -qs 'listening on' "$work/log" && [[ $(readlink "/proc/$child/exe") == "$(readlink -f "$engine")"/ld-linux-* ]] || return 1
    kill -KILL "$parent"
    wait "$parent" 2>/dev/null
    for ((i = 0; i < 100; i++)); do
        running "$child" || return 0
        sleep 0.02
    done
    kill -KILL "$child"
    return 1
}

recovers_from() { # FILE: from a folder where it is missing
    rm "$engine/$1" && "$assemble" && [[ -s $engine/$1 ]] && works "$engine/llama-server"
}

recovers_from_leftovers() {
    rm -rf "$engine"
    mkdir -p "$engine" "$repo/.engine.assembling/new"
    touch "$engine/llama-server" "$repo/.engine.assembling/new/junk"
    "$assemble" && works "$engine/llama-server" && [[ ! -e $repo/.engine.assembling && ! -e $engine/junk ]]
}

concurrent() {
    local pids=() pid
    rm -rf "$engine"
    for _ in 1 2 3; do
        "$assemble" &
        pids+=($!)
    done
    for pid in "${pids[@]}"; do wait "$pid" || return 1; done
    works "$engine/llama-server"
}

keeps_foreign_folder() {
    mkdir -p "$work/foreign"
    touch "$work/foreign/precious"
    ! "$assemble" "$work/foreign" && [[ -e $work/foreign/precious ]]
}

relative_target() {
    (cd "$work" && "$assemble" "other target" && works "$work/other target/llama-server")
}

awkward_tmpdir() {
    mkdir -p "$work/tmp dír"
    TMPDIR="$work/tmp dír" "$assemble" "$work/by tmpdir" && works "$work/by tmpdir/llama-server" && [[ -z $(ls -A "$work/tmp dír") ]]
}

unprivileged() {
    mkdir -m 777 "$work/nobody"
    setpriv --reuid 65534 --regid 65534 --clear-groups env -u HOME TMPDIR="$work/nobody" \
        "$assemble" "$work/nobody/engine" &&
        works "$work/nobody/engine/llama-server" &&
        [[ $(ls -A "$work/nobody") == engine && $(stat -c %u "$work/nobody/engine/libc.so.6") == 65534 ]]
}

declines() { # TARGET [VARIABLE=VALUE…]: one line of advice; an error, or none with --if-possible
    local target=$1 out
    shift
    out=$(env "$@" "$assemble" "$target" 2>&1) && return 1
    out=$(env "$@" "$assemble" --if-possible "$target" 2>&1) || { echo "status $?"; return 1; }
    out=$(grep -v ' assembling from ' <<<"$out")
    echo "$out"
    [[ $out == *PADDOCK_ENGINE=/path/to/llama-server* && $(wc -l <<<"$out") == 1 && ! -e $target ]]
}

no_mirror() { # apt's configuration names a mirror that does not answer
    mkdir -p "$work/apt/none"
    echo 'deb http://127.0.0.1:9/debian stable main' >"$work/apt/sources.list"
    printf 'Dir::Etc::%s;\n' "sourcelist \"$work/apt/sources.list\"" "sourceparts \"$work/apt/none\"" >"$work/apt/conf"
    declines "$work/no mirror" APT_CONFIG="$work/apt/conf"
}

no_mirror_named() {
    mkdir -p "$work/apt/none"
    printf 'Dir::Etc::%s;\n' 'sourcelist "/dev/null"' "sourceparts \"$work/apt/none\"" >"$work/apt/conf2"
    declines "$work/unnamed mirror" APT_CONFIG="$work/apt/conf2"
}

no_apt() { # a path with everything but apt-get
    local tool
    mkdir -p "$work/path"
    for tool in bash env readlink mkdir uname; do ln -sf "$(command -v "$tool")" "$work/path/$tool"; done
    declines "$work/no apt" PATH="$work/path"
}

other_cpu() {
    mkdir -p "$work/cpu"
    printf '#!/bin/sh\necho Linux riscv64\n' >"$work/cpu/uname"
    chmod 755 "$work/cpu/uname"
    declines "$work/other cpu" PATH="$work/cpu:$PATH"
}

chosen_by_hand() {
    PADDOCK_ENGINE=$engine "$assemble" "$work/by hand" && PADDOCK_ENGINE=$engine/llama-server "$assemble" "$work/by hand" &&
        [[ ! -e "$work/by hand" ]]
}

check "cold" cold
check "warm: silent and fast" warm
check "launcher through symlinks and from PATH" links
check "launcher after a move to an odd path" moved
check "launcher with a foreign LD_LIBRARY_PATH" hostile_environment
check "engine dies with its parent" dies_with_parent
check "a missing library is mended" recovers_from libllama.so.0
check "a missing stamp is mended" recovers_from .assembled
check "a missing launcher is mended" recovers_from llama-server
check "leftovers of a killed run are replaced" recovers_from_leftovers
check "three at once" concurrent
check "a folder that is not ours is kept" keeps_foreign_folder
check "a relative target with a space" relative_target
check "an awkward TMPDIR" awkward_tmpdir
if ((EUID == 0)); then check "an unprivileged user" unprivileged; fi
check "no mirror answers" no_mirror
check "no mirror is named" no_mirror_named
check "no apt" no_apt
check "another CPU" other_cpu
check "PADDOCK_ENGINE is respected" chosen_by_hand
exit "$failed"
