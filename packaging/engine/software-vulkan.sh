# Sourced by assemble.sh: a graphics card that Mesa's driver computes on the processor, for tests. It is slow.
# Reads $scratch, $root, $staging, $triplet, $SUITE; needs run_apt(), unable().

# What these depend on is added too.
readonly VULKAN_PACKAGES=(libggml0-backend-vulkan mesa-vulkan-drivers)

download_with_dependencies() {
    local deb
    run_apt install --download-only --no-install-recommends -y "$@"
    for deb in "$scratch"/cache/archives/*.deb; do
        [[ -e $scratch/debs/${deb##*/} ]] || mv -- "$deb" "$scratch/debs/"
    done
}

# The path within is relative to the file, so that the folder can be moved.
add_software_driver() {
    cp -L -- "$root/usr/lib/$triplet"/libLLVM.so.* "$root/usr/lib/$triplet/libvulkan_lvp.so" "$staging/" ||
        unable "the packages of $SUITE are laid out in another way than this script knows"
    printf '%s\n' '{"file_format_version": "1.0.0", "ICD": {"library_path": "./libvulkan_lvp.so", "api_version": "1.3.0"}}' \
        >"$staging/software.icd.json"
}

# Vulkan passes over devices that are no card, unless one is named. What the driver compiles is kept: it takes a minute.
use_software_driver() {
    cat <<'PART'
: "${GGML_VK_VISIBLE_DEVICES=0}" "${VK_DRIVER_FILES=$here/software.icd.json}" "${MESA_SHADER_CACHE_DIR=$here/.shaders}"
export GGML_VK_VISIBLE_DEVICES VK_DRIVER_FILES MESA_SHADER_CACHE_DIR
PART
}
