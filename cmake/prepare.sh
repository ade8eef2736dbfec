#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Sourced by ./run and ./test: installs the missing Debian packages and builds. A second call does no work twice.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
    return
  fi
  command -v sudo >/dev/null || { echo "opsmap: installing packages needs root, and there is no sudo. Install them as root, then call again." >&2; exit 2; }
  echo "opsmap: sudo is used because only root may install packages; nothing else runs as root." >&2
  sudo "$@"
}

install_missing_packages() {
  local wanted missing=() name
  mapfile -t wanted < <(sed -E '/^#/d; s/[[:space:]].*//; /^$/d' "$root/cmake/packages.txt")
  for name in "${wanted[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "opsmap: installing ${#missing[@]} Debian packages: ${missing[*]}" >&2
  as_root apt-get update -qq >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# milsymbol, pinned and checked, into build/milsymbol; nothing is done where it is there already.
fetch_milsymbol() {
  local version=3.0.4 folder=$root/build/milsymbol work found
  local wanted=Jrs1RBCag2IzyEJwI476i2+pNHdi8WMwAp2mDD23g3TR48ERdHmdQgPXZUosRKyhPMr58/eOPyyLE53lMPPAgw==
  [ "$(cat "$folder/VERSION" 2>/dev/null)" = "$version" ] && return
  if ! command -v npm >/dev/null; then
    echo "opsmap: installing npm, which fetches milsymbol (the symbols)." >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends npm >&2
  fi
  work=$(mktemp -d)
  (cd "$work" && npm pack --silent "milsymbol@$version" >/dev/null) ||
    { echo "opsmap: cannot fetch milsymbol $version with npm; symbols need it once. Connect to the network and call again." >&2; exit 2; }
  found=$(openssl dgst -sha512 -binary "$work/milsymbol-$version.tgz" | base64 -w0)
  [ "$found" = "$wanted" ] || { echo "opsmap: milsymbol $version is not what it was when it was checked (its sha512 differs); it is not used." >&2; exit 2; }
  tar -xzf "$work/milsymbol-$version.tgz" -C "$work"
  mkdir -p "$folder"
  cp "$work/package/dist/milsymbol.js" "$work/package/LICENSE" "$folder/"
  echo "$version" > "$folder/VERSION"
  rm -rf "$work"
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
