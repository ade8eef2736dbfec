#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Holds all C++ files that git tracks against .clang-format. To mend them: the same with -i instead of --dry-run -Werror.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
files() { git ls-files -z -- '*.cpp' '*.hpp'; }
[ "$(files | tr -cd '\0' | wc -c)" -gt 500 ] || { echo "format.sh: git lists too few C++ files here." >&2; exit 2; }
files | xargs -0 -P2 -n40 clang-format-19 --dry-run -Werror
