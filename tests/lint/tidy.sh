#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# clang-tidy over the sources of the product: tests/lint/tidy.sh BUILD_FOLDER [--all]
#
# Without --all only those that differ from the last tag, because the whole tree takes far more than five minutes; without
# any tag nothing is checked, and that is said.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$1
if [ "${2:-}" = --all ]; then
  mapfile -t files < <(git ls-files -- 'geodata/*.cpp' 'layers/*.cpp' 'viewer/*.cpp')
elif tag=$(git describe --tags --abbrev=0 2>/dev/null); then
  mapfile -t files < <(git diff --name-only --diff-filter=d "$tag" -- 'geodata/*.cpp' 'layers/*.cpp' 'viewer/*.cpp')
else
  echo "tidy.sh: there is no tag, so there is nothing that differs from one. ./test --lint checks all files."
  exit 0
fi
echo "tidy.sh: ${#files[@]} files"
printf '%s\0' "${files[@]}" | xargs -0 -r -P2 -n1 clang-tidy-19 --quiet -p "$build" --extra-arg=-Wno-unknown-warning-option
