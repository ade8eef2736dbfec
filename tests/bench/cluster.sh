#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What a crowd costs on the screen: panning the UNIFIL area without units and with so many of them, and the frames in which
# 2,000 different symbols appear, with an empty cache and with what that left there.
# Usage: tests/bench/cluster.sh [BENCH_CROWD] [UNITS] [WxH]
set -eu
repo=$(cd "$(dirname "$0")/../.." && pwd)
bench=${1:-$repo/build/bench_crowd}
units=${2:-5000}
size=${3:-1920x1080}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CACHE_HOME="$folder/cache"

# The area's base, its sources named absolutely; everything from its first units layer on is left out.
awk -v area="$repo/areas/unifil/" '
    /^\[\[layer\]\]/ { held = "" ; inLayer = 1 }
    /^\[\[(theme|slide)\]\]/ { exit }
    /^timeline/ { next }
    inLayer { held = held $0 "\n"; if (/^source/) sub(/source = "/, "source = \"" area, held); if (/kind = "units"/) drop = 1; if (/^ *$/) { if (!drop) printf "%s", held; held = ""; drop = 0 } ; next }
    { print }' "$repo/areas/unifil/unifil.toml" > "$folder/base.toml"

awk -v n="$units" 'BEGIN {
    split("10031000161211000000 10031000151211000000 10031000161213000000 10031002181100003900 10031000151407000000", codes, " ")
    srand(7); print "id,name,parent,country,sidc,lat,lon"
    for (i = 0; i < n; ++i) printf "u%d,Unit %d,u%d,KAZ,%s,%.5f,%.5f\n", i, i, int(i / 6), codes[i % 5 + 1], 32.98 + 0.57 * rand(), 34.95 + rand()
}' > "$folder/units.csv"

# Each code once: branch, echelon, side and headquarters differ.
awk 'BEGIN {
    sides = split("1 3 4 6", side, " "); echelons = split("11 12 13 14 15 16 17 18", echelon, " "); staffs = split("0 2 4", staff, " ")
    branches = split("110000 120100 120500 121000 121100 121102 121103 121104 121300 121600 130100 130300 130600 140100 140700 141000 150100 150500 151000 160100 161300 163400", branch, " ")
    srand(11); print "id,name,country,sidc,lat,lon"
    for (i = 0; i < 2000; ++i) {
        k = int(i / sides); e = int(k / echelons); b = int(e / staffs)
        printf "d%d,,,100%d100%d%s%s0000,%.5f,%.5f\n", i, side[i % sides + 1], staff[e % staffs + 1], echelon[k % echelons + 1], branch[b % branches + 1], 32.98 + 0.57 * rand(), 34.95 + rand()
    }
}' > "$folder/different.csv"

cp "$folder/base.toml" "$folder/crowd.toml"
printf '\n[[layer]]\nid = "crowd"\nkind = "units"\nsource = "%s"\n' "$folder/units.csv" >> "$folder/crowd.toml"
cp "$folder/base.toml" "$folder/different.toml"
printf '\n[[layer]]\nid = "different"\nkind = "units"\nsource = "%s"\n[layer.style]\nsymbol-size = 9\n' "$folder/different.csv" >> "$folder/different.toml"

"$bench" pan "$size" "$folder/base.toml" "$folder/crowd.toml" > /dev/null  # reads files and draws symbols once
"$bench" pan "$size" "$folder/base.toml" "$folder/crowd.toml"
"$bench" open "$size" "$folder/base.toml"
"$bench" open "$size" "$folder/different.toml" "$folder/different.toml"
