#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings translations/odc_*.ts up to date with the texts in the sources. What is new is marked unfinished: translate it
# (Qt Linguist, or any editor), and take the mark off.
#
#   update-translations.sh             updates the files in place
#   update-translations.sh --to DIR    updates copies of them in DIR
#
# LUPDATE names the program when it is not found.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

usage() { sed -n '3,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }
target=$root/translations
case "${1:-}" in
  '') ;;
  --to) target=${2:?--to needs a folder}
    mkdir -p "$target"
    cp "$root"/translations/odc_*.ts "$target/"
    target=$(cd "$target" && pwd) ;;
  -h | --help) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
esac

lupdate=${LUPDATE:-}
if [ -z "$lupdate" ]; then
  for qt in qtpaths6 qtpaths-qt6 qtpaths; do
    command -v "$qt" >/dev/null 2>&1 || continue
    bin=$("$qt" --query QT_HOST_BINS)
    if [ -x "$bin/lupdate" ]; then lupdate=$bin/lupdate && break; fi
  done
fi
if [ -z "$lupdate" ]; then
  echo "update-translations: lupdate of Qt 6 was not found; set LUPDATE" >&2
  exit 1
fi

# Whole folders rather than a list of files: no new file can be forgotten. Without locations, so that moving a line
# changes no .ts file.
cd "$root"
# The include folders matter: without the header, lupdate does not see that a class is in a namespace, and the running
# program would look for its texts under another name.
options=(-silent -locations none -no-obsolete -source-language en -I . -I models -I app -extensions "cpp,h"
  app ui models)
said=$(
  "$lupdate" "${options[@]}" -target-language de -ts "$target/odc_de.ts" 2>&1
  "$lupdate" "${options[@]}" -target-language en -pluralonly -ts "$target/odc_en.ts" 2>&1
)
# Silent means silent: what lupdate warns of (a class without Q_OBJECT, an unknown namespace) is not translated at run
# time.
if [ -n "$said" ]; then
  echo "$said" >&2
  exit 1
fi
