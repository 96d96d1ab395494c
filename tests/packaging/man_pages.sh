#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The man pages are free of formatting errors, and each has the options that its program has: no more, no fewer.
# man_pages.sh <source folder> <program>...
set -euo pipefail
pages=$1/packaging/man
shift
command -v man >/dev/null || { echo "SKIPPED-TEST: man is not installed"; exit 0; }
for page in "$pages"/*.1; do
  warnings=$(man --warnings -l "$page" 2>&1 >/dev/null)
  if [ -n "$warnings" ]; then
    echo "$page: $warnings"
    exit 1
  fi
done

for program in "$@"; do
  page=$pages/$(basename "$program").1
  # Qt adds an option for its own options, which is of no use here.
  helped=$("$program" --help | grep -oE -e '--[a-z-]+' | grep -vxF -e '--help-all' | sort -u)
  described=$(sed -n '/^\.Sh DESCRIPTION/,$p' "$page" | grep '^\.It Fl' | grep -oE 'Fl -[a-z-]+' | sed 's/^Fl -/--/' | sort -u)
  if [ "$helped" != "$described" ]; then
    echo "$page and $(basename "$program") --help differ:"
    diff <(echo "$described") <(echo "$helped") || true
    exit 1
  fi
done
