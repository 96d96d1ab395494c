#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# For releases, as root on a machine (or in a chroot) that may be changed: installs a package with apt, starts what it
# brought, removes it again and looks for what stayed behind.
#
#   check-deb.sh PACKAGE.deb
set -euo pipefail
if [ $# -ne 1 ] || [ "$1" = --help ]; then
  sed -n '3,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
  [ "${1:-}" = --help ] && exit 0
  exit 2
fi
deb=$(realpath "$1")
name=$(dpkg-deb -f "$deb" Package)
fail() { echo "check-deb: FAILED: $*" >&2; exit 1; }
[ "$(id -u)" = 0 ] || fail "root is needed"
dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -q '^installed$' && fail "$name is installed already"

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
export QT_QPA_PLATFORM=offscreen DEBIAN_FRONTEND=noninteractive

apt-get -qq -y --no-install-recommends install "$deb" >/dev/null || fail "it does not install"
mapfile -t files < <(dpkg -L "$name")
for program in openai-data-console openai-data-server; do
  [ "$(command -v "$program")" = "/usr/bin/$program" ] || fail "$program is not on the path"
  "$program" --version || fail "$program does not start"
done
openai-data-console --tour "$home/tour" || fail "the tour failed"
ls "$home"/tour/*.png >/dev/null || fail "the tour took no pictures"

apt-get -qq -y purge "$name" >/dev/null || fail "it does not go away"
for file in "${files[@]}"; do
  [ -d "$file" ] && [ ! -L "$file" ] && continue # shared folders stay
  [ -e "$file" ] && fail "$file stayed behind"
done
[ -e "/usr/share/doc/$name" ] && fail "/usr/share/doc/$name stayed behind"
echo "check-deb: $name installs, starts, works and goes away"
