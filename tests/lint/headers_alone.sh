#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Compiles each header of the product alone: whoever includes it needs to include nothing before it.
# tests/lint/headers_alone.sh BUILD_FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# The include folders of all foreign libraries, as the build uses them.
mapfile -t flags < <(grep -o -E '(-isystem |-I)/[^ "]+' "$1/compile_commands.json" | sort -u | sed 's/^-isystem /-isystem/')
export FLAGS="-std=c++20 -fsyntax-only -Wall -Wextra -x c++ -DFMT_SHARED ${flags[*]}"
compile() { c++ $FLAGS -include "$1" /dev/null || { echo "headers_alone.sh: $1 does not compile alone." >&2; return 1; }; }
export -f compile
git ls-files -z -- 'geodata/*.hpp' 'layers/*.hpp' 'viewer/*.hpp' | xargs -0 -P2 -n1 bash -c 'compile "$1"' _
