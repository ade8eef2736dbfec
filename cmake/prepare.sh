#!/usr/bin/env bash
# Sourced by ./run and ./test: installs the missing Debian packages and builds. A second call does no work twice.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

install_missing_packages() {
  local wanted missing=() name sudo=()
  mapfile -t wanted < <(sed -E '/^#/d; s/[[:space:]].*//; /^$/d' "$root/cmake/packages.txt")
  for name in "${wanted[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "opsmap: installing ${#missing[@]} Debian packages: ${missing[*]}" >&2
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "opsmap: these packages need root to install, and there is no sudo. Install them as root, then call again." >&2; exit 2; }
    echo "opsmap: sudo is used because only root may install packages; nothing else runs as root." >&2
    sudo=(sudo)
  fi
  "${sudo[@]}" apt-get update -qq >&2
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# build_preset PRESET [TARGET…]: configures once, then builds with all cores.
build_preset() {
  local preset=$1 dir
  shift
  dir=$root/build
  [ "$preset" = release ] || dir=$root/build/$preset
  [ -f "$dir/build.ninja" ] || (cd "$root" && cmake --preset "$preset" >&2)
  cmake --build "$dir" ${1:+--target "$@"} >&2
}
