#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The man pages are free of formatting errors.
set -euo pipefail
command -v man >/dev/null || { echo "SKIPPED-TEST: man is not installed"; exit 0; }
for page in "$1"/packaging/man/*.1; do
  warnings=$(man --warnings -l "$page" 2>&1 >/dev/null)
  if [ -n "$warnings" ]; then
    echo "$page: $warnings"
    exit 1
  fi
done
