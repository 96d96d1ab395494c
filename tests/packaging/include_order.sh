#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The folders of the window include one way. They are one CMake target, so the compiler does not see to it.
set -euo pipefail
root=$(cd "$1" && pwd -P)
fail() { echo "FAIL: $*"; exit 1; }
# A folder includes itself and what stands before it.
order=(theme delegates widgets charts actions context dialogs forms pages palette shell)

# Prints each include against the order below the given folder, and each folder without a place in it.
against_order() {
  local at=0 folder later seen
  for folder in "$1"/ui/*/; do
    seen=$(basename "$folder")
    grep -qwF "$seen" <<<"${order[*]}" || echo "ui/$seen has no place in the order"
  done
  for folder in "${order[@]}"; do
    at=$((at + 1))
    later=$(IFS='|' && echo "${order[*]:at}")
    [ -n "$later" ] && [ -d "$1/ui/$folder" ] || continue
    (cd "$1" && grep -rnE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"](\.\./)*(ui/)?($later)/" "ui/$folder") || true
  done
}

# The check itself: an include down the order passes, one against it does not, nor does an unknown folder.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch"/ui/{theme,pages/files}
echo '#include "ui/theme/theme.h"' >"$scratch/ui/pages/files/page.cpp"
[ -z "$(against_order "$scratch")" ] || fail "an include in order is refused"
echo '#include "ui/pages/files/page.h"' >"$scratch/ui/theme/theme.cpp"
[ -n "$(against_order "$scratch")" ] || fail "an include against the order is not found"
rm "$scratch/ui/theme/theme.cpp" && mkdir "$scratch/ui/attic"
[ -n "$(against_order "$scratch")" ] || fail "an unknown folder is not found"

found=$(against_order "$root")
[ -z "$found" ] || fail "includes against the order ${order[*]}:"$'\n'"$found"
