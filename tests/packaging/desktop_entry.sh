#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The desktop entry is valid, and names an icon that is in the tree.
set -euo pipefail
command -v desktop-file-validate >/dev/null || { echo "SKIPPED-TEST: desktop-file-validate is not installed"; exit 0; }
entry=$(ls "$1"/packaging/linux/*.desktop)
desktop-file-validate "$entry"
icon=$(sed -n 's/^Icon=//p' "$entry")
test -s "$1/resources/icons/app/$icon.svg"
