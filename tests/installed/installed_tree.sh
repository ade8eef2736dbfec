#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# installed_tree.sh CMAKE BUILD SAMPLES: installs, moves the tree, and makes a picture and a check from there, seeing by the
# files opened that nothing comes from the build or the source tree.
set -euo pipefail
cmake=$1 build=$2 samples=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$*" >&2; exit 1; }

"$cmake" --install "$build" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/moved to"
tree="$work/moved to"
export HOME=$work/home XDG_CACHE_HOME=$work/cache XDG_STATE_HOME=$work/state
mkdir -p "$HOME"
cd "$work"

for wanted in bin/opsmap bin/opsmap-loader share/opsmap/areas/unifil/unifil.toml share/opsmap/areas/world share/opsmap/fonts/NotoSans-Regular.ttf \
  share/opsmap/milsymbol/milsymbol.js share/opsmap/milsymbol/LICENSE share/opsmap/magnetic/wmm2020.wmm.cof share/doc/opsmap/LICENCE.fonts-noto; do
  [ -e "$tree/$wanted" ] || fail "the installed tree has no $wanted"
done

"$tree/bin/opsmap" check --json "$samples/towns.geojson" > check.json
grep -q '"driver":"GeoJSON","layers":\[{"name":"towns","features":3,' check.json || fail "check printed: $(cat check.json)"

"$tree/bin/opsmap" export "$tree/share/opsmap/areas/unifil/unifil.toml" -o map.png --size 960x540 2> export.log || fail "export failed: $(cat export.log)"
[ ! -s export.log ] || fail "export complained: $(cat export.log)"
[ "$(head -c 8 map.png | tail -c 7 | head -c 3)" = PNG ] || fail "map.png is no PNG"
# A map with land, water, lines, letters and symbols does not shrink to this.
[ "$(stat -c %s map.png)" -gt 50000 ] || fail "map.png is nearly empty"

# Without the symbols' library in the tree the picture must complain: so it was found there, nowhere else.
mv "$tree/share/opsmap/milsymbol" away
export XDG_CACHE_HOME=$work/another-cache  # the first kept its symbols
if "$tree/bin/opsmap" export "$tree/share/opsmap/areas/unifil/unifil.toml" -o bare.png --size 960x540 2> bare.log && [ ! -s bare.log ]; then
  fail "symbols were found outside the moved tree"
fi
