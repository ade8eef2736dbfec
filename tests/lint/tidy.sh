#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# clang-tidy over the sources of the product: tests/lint/tidy.sh BUILD_FOLDER [--all]
#
# The whole tree takes far more than five minutes. Without --all the files are checked that differ from the last tag, or,
# where that is older or missing, from the commit named in tests/lint/checked_since: what changes after it is kept clean.
# Exit code 77: that commit is not in this copy of the history.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$1
if [ "${2:-}" = --all ]; then
  mapfile -t files < <(git ls-files -- 'geodata/*.cpp' 'layers/*.cpp' 'viewer/*.cpp')
else
  base=$(< tests/lint/checked_since)
  git cat-file -e "$base^{commit}" 2>/dev/null || { echo "tidy.sh: commit $base is not here. Fetch the whole history."; exit 77; }
  tag=$(git describe --tags --abbrev=0 2>/dev/null || true)
  if [ -n "$tag" ] && git merge-base --is-ancestor "$base" "$tag"; then base=$tag; fi
  mapfile -t files < <(git diff --name-only --diff-filter=d "$base" -- 'geodata/*.cpp' 'layers/*.cpp' 'viewer/*.cpp')
fi
echo "tidy.sh: ${#files[@]} files"
printf '%s\0' "${files[@]}" | xargs -0 -r -P2 -n1 clang-tidy-19 --quiet -p "$build" --extra-arg=-Wno-unknown-warning-option
