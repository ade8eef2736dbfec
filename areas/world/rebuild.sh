#!/usr/bin/env bash
# Rebuilds areas/world/data from the npm package world-atlas (Natural Earth). The same package gives the same bytes.
# Debian: iso-codes (Arabic names of countries), python3-shapely (the cut at the antimeridian), npm.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${OPSMAP_REBUILD_FOLDER:-${XDG_CACHE_HOME:-$HOME/.cache}/opsmap-rebuild}
folder=$work/world-atlas-2.0.2

if ! dpkg-query -W iso-codes python3-shapely >/dev/null 2>&1 || ! command -v npm >/dev/null; then
    echo "Rebuilding the world needs the Debian packages iso-codes, python3-shapely and npm. Install them with apt-get install and run this again." >&2
    exit 2
fi
if [[ ! -e $folder/package.json ]]; then
    mkdir -p "$work" && rm -rf "$folder.part" && mkdir "$folder.part"
    (cd "$folder.part" && npm pack --silent world-atlas@2.0.2 >/dev/null && tar xzf ./*.tgz --strip-components=1 && rm ./*.tgz)
    mv "$folder.part" "$folder"
fi
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$here/rebuild/build_world.py" "$folder"
