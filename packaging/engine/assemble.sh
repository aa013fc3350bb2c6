#!/usr/bin/env bash
# Assembles a relocatable folder with llama-server and every library it needs, from Debian's packages.
# Needs no root and changes nothing outside the target folder. See README.md beside this file.
#
#   assemble.sh [--if-possible] [--variant cpu|cuda|vulkan-software] [TARGET_DIR]        TARGET_DIR: default <repository>/engine
#
# --if-possible   where no engine can be assembled, say so in one line and exit with 0
# --variant       cuda adds what NVIDIA cards need but the driver; it runs on the processor where there is none.
#                 vulkan-software adds a graphics card that is computed on the processor: for tests, slow
set -euo pipefail
shopt -s extglob nullglob
export LC_ALL=C
unset LD_LIBRARY_PATH LD_PRELOAD

# Raise it when the layout of the folder changes: older folders are then assembled anew.
readonly LAYOUT=1
readonly SUITE=sid
# With --variant cuda, CUDA_PACKAGES join them.
PACKAGES=(
    llama.cpp-tools libllama0 libggml0
    libgomp1 libstdc++6 libgcc-s1 libssl3t64 zlib1g libzstd1 libc6
)
readonly CUDA_PACKAGES=(libggml0-backend-cuda libcublas12 libcublaslt12 libcudart12)
# The driver's own library: it must fit the kernel module, so it is never bundled.
readonly DRIVER=libcuda.so.1
# Holds the licence texts that the packages' copyright files refer to.
readonly LICENCE_PACKAGE=base-files
readonly STAMP=.assembled
readonly ADVICE='Set PADDOCK_ENGINE=/path/to/llama-server, or put llama-server on PATH.'

here=${BASH_SOURCE[0]%/*}
[[ $here != "${BASH_SOURCE[0]}" ]] || here=.
# shellcheck source=packaging/engine/private-apt.sh
. "$here/private-apt.sh"
# shellcheck source=packaging/engine/software-vulkan.sh
. "$here/software-vulkan.sh"

say() { printf 'engine: %s\n' "$*" >&2; }
# No engine can be had here: one line, and an error unless the caller can live without.
unable() { say "not assembled: $*. $ADVICE"; exit "$failure"; }
# An engine was put together and is not good: always an error.
broken() { say "the assembled engine does not work: $*. $ADVICE"; exit 1; }

chosen_by_hand() {
    local engine=${PADDOCK_ENGINE:-}
    [[ -n $engine && (-f $engine && -x $engine || -f $engine/llama-server) ]]
}

# True if the folder is complete and made by this version of the script. Starts no process: it runs at each build.
assembled() {
    local line file
    [[ -f $target/$STAMP && -x $target/llama-server ]] || return 1
    {
        IFS= read -r line && [[ $line == "$identity" ]] || return 1
        while IFS= read -r line; do
            file=${line#file }
            [[ $file == "$line" || -s $target/$file ]] || return 1
        done
    } <"$target/$STAMP"
}

need_tools() {
    local tool
    for tool in apt-get dpkg-deb flock; do
        command -v "$tool" >/dev/null || unable "this needs a Debian-like system, and $tool is missing"
    done
}

# Only the stamp says that a folder is ours to replace; the default target always is.
need_replaceable_target() {
    [[ $target == *[:\;]* ]] && unable "the loader takes no path with a colon or semicolon: $target"
    mkdir -p -- "$parent" 2>/dev/null && [[ -w $parent ]] || unable "cannot write to $parent"
    [[ ! -e $target || -f $target/$STAMP || $target == "$default_target" ]] && return
    [[ -d $target && -z $(ls -A -- "$target") ]] || unable "$target holds something else; remove it or name another folder"
}

# One assembly at a time per parent folder; the folder itself is the lock, so no lock file is left behind.
take_lock() {
    exec 9<"$parent"
    flock -n 9 && return
    say "waiting for another assembly to end"
    flock -w 300 9 || unable "another assembly holds $parent"
}

unpack() {
    local deb
    for deb in "$scratch"/debs/*.deb; do
        dpkg-deb -x "$deb" "$root" || unable "cannot unpack ${deb##*/}"
    done
}

# The copyright file of some packages is that of their base package: <doc>/libgomp1 -> gcc-N-base.
download_packages() {
    local package doc bases=()
    run_apt update
    run_apt download "${PACKAGES[@]}" "$LICENCE_PACKAGE"
    if [[ $variant == vulkan-software ]]; then download_with_dependencies "${VULKAN_PACKAGES[@]}"; fi
    unpack
    for package in "${PACKAGES[@]}"; do
        doc=$root/usr/share/doc/$package
        [[ -L $doc && ! -e $doc ]] && bases+=("$(basename -- "$(readlink -- "$doc")")")
    done
    ((${#bases[@]} == 0)) && return
    run_apt download $(printf '%s\n' "${bases[@]}" | sort -u)
    unpack
}

# Links are resolved; of each library only the name that others ask for is kept (libx.so.1, not libx.so.1.2.3).
flatten() {
    local libs=$root/usr/lib/$triplet
    cp -L -- "$libs/$loader" "$libs"/lib*.so.{[0-9],[0-9][0-9]} \
        "$libs"/llama/lib*.so "$libs"/ggml/backends*/lib*.so "$staging/" &&
        cp -L -- "$root/usr/bin/llama-server" "$staging/llama-server.bin" ||
        unable "the packages of $SUITE are laid out in another way than this script knows"
    chmod 755 -- "$staging/$loader" "$staging/llama-server.bin"
    if [[ $variant == vulkan-software ]]; then add_software_driver; fi
    write_launcher
}

write_launcher() {
    cat >"$staging/llama-server" <<LAUNCHER
#!/bin/sh
# Starts the engine with the libraries beside it. "exec" keeps the process id: whoever starts this owns the engine.
self=\$(readlink -f -- "\$0") || exit 127
here=\${self%/*}
$(case $variant in
    cuda) say_missing_driver ;;
    vulkan-software) use_software_driver ;;
    esac)
exec "\$here/$loader" --library-path "\$here" "\$here/llama-server.bin" "\$@"
LAUNCHER
    chmod 755 -- "$staging/llama-server"
}

# The engine keeps silent when its CUDA library cannot be loaded; so this says it, in the engine's own form.
say_missing_driver() {
    cat <<'PART'
case " $* " in
    *' -m '* | *' --model '*)
PART
    cat <<PART
        "\$here/$loader" --library-path "\$here" --list "\$here/libggml-cuda.so" 2>/dev/null |
            grep -q '$DRIVER => /' ||
            echo 'load_backend: failed to load libggml-cuda.so: no NVIDIA driver was found ($DRIVER is missing)' >&2
        ;;
esac
PART
}

record_packages() {
    local deb package doc name common=$root/usr/share/common-licenses
    mkdir -p -- "$staging/licenses/common-licenses"
    for deb in "$scratch"/debs/*.deb; do
        package=$(dpkg-deb -f "$deb" Package)
        [[ $package == "$LICENCE_PACKAGE" ]] && continue
        dpkg-deb -W --showformat='${Package} ${Version} ${Architecture} source ${source:Package} ${source:Version}\n' "$deb"
        doc=$root/usr/share/doc/$package/copyright
        [[ -s $doc ]] || unable "package $package has no copyright file"
        cp -L -- "$doc" "$staging/licenses/$package.txt"
    done >"$staging/packages.txt"
    for name in "$common"/*; do
        name=${name##*/}
        # As a whole word: "GPL" is not meant by ".../GPL-2".
        grep -qE "/common-licenses/${name//./\\.}([^-0-9A-Za-z]|\$)" "$staging"/licenses/*.txt || continue
        cp -L -- "$common/$name" "$staging/licenses/common-licenses/"
    done
}

# Nothing may be taken from outside the folder, or the engine would break on the next machine.
check_complete() {
    local file line
    for file in "$staging"/llama-server.bin "$staging"/lib*.so*; do
        while IFS= read -r line; do
            line=${line% (0x*)}
            line=${line##*([[:space:]])}
            case $line in
                linux-vdso.so.* | 'statically linked') ;;
                "$DRIVER => not found" | "$DRIVER => /"*) ;;
                *'not found'*) broken "${file##*/} lacks a part: $line" ;;
                *" => $staging/"* | "$staging/"*) ;;
                *) broken "${file##*/} would load from outside: $line" ;;
            esac
        done < <("$staging/$loader" --library-path "$staging" --list "$file" 2>&1)
    done
}

# Runs the engine in an empty folder, as it also looks for its CPU libraries in the current one.
try() { (cd "$scratch/none" && timeout 30 "$staging/llama-server" "$@" 2>&1) </dev/null 9<&-; }

check_runs() {
    local said
    version=$(try --version) && [[ $version == *version:* ]] || broken "--version says: ${version//$'\n'/ }"
    said=$(try --list-devices) && [[ $said == *'Available devices:'* ]] || broken "--list-devices says: ${said//$'\n'/ }"
    # Both of the above pass without any CPU library. This fails in any case: for the model, as it should, or before.
    said=$(try --host 127.0.0.1 --port 0 -m /dev/null) || true
    [[ $said == *'no backends are loaded'* ]] && broken "it finds none of its CPU libraries"
    version=${version#*version: }
    version=${version%%$'\n'*}
}

write_stamp() {
    local file
    {
        printf '%s\n' "$identity"
        cat -- "$staging/packages.txt"
        for file in "$staging"/*; do
            if [[ -f $file ]]; then printf 'file %s\n' "${file##*/}"; fi
        done
    } >"$scratch/stamp"
    mv -- "$scratch/stamp" "$staging/$STAMP"
}

put_in_place() {
    [[ -e $target ]] && mv -T -- "$target" "$nursery/old"
    mv -T -- "$staging" "$target"
}

clean_up() { rm -rf -- "${scratch:-}" "${nursery:-}"; }

read_arguments() {
    failure=1 variant=cpu components=main download=25 identity_extra=
    if [[ ${1:-} == --if-possible ]]; then
        failure=0
        shift
    fi
    if [[ ${1:-} == --variant && ${2:-} == @(cpu|cuda|vulkan-software) ]]; then
        variant=$2
        shift 2
    fi
    if (($# > 1)) || [[ ${1:-} == -* ]]; then
        say "usage: assemble.sh [--if-possible] [--variant cpu|cuda|vulkan-software] [TARGET_DIR]"
        exit 2
    fi
    if [[ $variant == cuda ]]; then
        PACKAGES+=("${CUDA_PACKAGES[@]}")
        components='main contrib non-free'
        download=350
    fi
    if [[ $variant == vulkan-software ]]; then
        identity_extra=" ${VULKAN_PACKAGES[*]}"
        download=100
    fi
    default_target=$(cd -- "$here/../.." && pwd)/engine
    if [[ $variant == vulkan-software ]]; then default_target+=-vulkan; fi
    target=${1:-$default_target}
    [[ $target == /* ]] || target=$PWD/$target
}

find_platform() {
    local machine
    machine=$(uname -sm)
    case $machine in
        'Linux x86_64') arch=amd64 triplet=x86_64-linux-gnu loader=ld-linux-x86-64.so.2 ;;
        'Linux aarch64') arch=arm64 triplet=aarch64-linux-gnu loader=ld-linux-aarch64.so.1 ;;
        *) unable "there are packages for Linux on amd64 and arm64 only, this is $machine" ;;
    esac
    identity="layout $LAYOUT $SUITE $arch ${PACKAGES[*]}$identity_extra"
}

open_workspace() {
    trap clean_up EXIT
    trap 'exit 130' INT TERM HUP
    scratch=$(mktemp -d)
    root=$scratch/root
    # Beside the target, as a move is atomic within one file system only. What a killed run left is ours to remove.
    nursery=$parent/.${target##*/}.assembling
    staging=$nursery/new
    rm -rf -- "$nursery" && mkdir -p -- "$staging" && echo '*' >"$nursery/.gitignore"
}

main() {
    read_arguments "$@"
    if chosen_by_hand; then exit 0; fi
    find_platform
    if assembled; then exit 0; fi

    need_tools
    target=$(readlink -m -- "$target")
    parent=${target%/*}
    parent=${parent:-/}
    need_replaceable_target
    take_lock
    if assembled; then exit 0; fi
    find_mirror
    find_keyring

    say "assembling from Debian $SUITE (about $download MB to download)"
    open_workspace
    configure_apt
    download_packages
    flatten
    record_packages
    check_complete
    check_runs
    write_stamp
    put_in_place
    say "llama-server $version is in $target"
}

main "$@"
