#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# similarity_check.sh <make_table.py> <similarity.json>: works the table of the similarity metrics out again with the
# implementations it came from. The python3 of the system is tried too: packages of the system are not seen by others.
set -eu
for python in python3 /usr/bin/python3; do
  if "$python" -c 'import nltk, Levenshtein' 2>/dev/null; then
    exec "$python" "$1" "$2" --check
  fi
done
echo "SKIPPED-TEST: python3 with nltk and Levenshtein is not installed"
