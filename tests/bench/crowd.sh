#!/bin/sh
# What a crowd costs: frames of the UNIFIL area without units and with so many of them.
# Usage: tests/bench/crowd.sh [BENCH_CROWD] [UNITS]
set -eu
repo=$(cd "$(dirname "$0")/../.." && pwd)
bench=${1:-$repo/build/bench_crowd}
units=${2:-5000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

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

cp "$folder/base.toml" "$folder/crowd.toml"
printf '\n[[layer]]\nid = "crowd"\nkind = "units"\nsource = "%s"\n' "$folder/units.csv" >> "$folder/crowd.toml"

"$bench" "$folder/base.toml" "$folder/crowd.toml" > /dev/null  # reads files and draws symbols once
"$bench" "$folder/base.toml" "$folder/crowd.toml"
