#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building, testing and running the console needs, from the system's own packages only.
#
#   install-deps.sh            everything for building and running
#   install-deps.sh --tests    and what the tests use on top (node, a keyring daemon, Xvfb, validators)
#
# Asks the package database first and calls the package manager only for what is missing, so a second run
# takes well under a second. Exit 0: all there. Exit 1: something could not be installed; the list is printed.
set -euo pipefail

want_tests=0
case "${1:-}" in
  '') ;;
  --tests) want_tests=1 ;;
  --help) sed -n '3,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
  *) echo "install-deps: unknown argument $1 (try --help)" >&2; exit 2 ;;
esac

# libsecret is opened by QtKeychain at run time, so that no package depends on it; the same goes for Qt's plugins.
debian_build=(g++ cmake ninja-build ccache mold
  qt6-base-dev qt6-base-dev-tools libfontconfig-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools
  qt6-l10n-tools qt6-translations-l10n libqt6sql6-sqlite qt6-qpa-plugins qt6-wayland qtkeychain-qt6-dev libsecret-1-0
  libcpp-httplib-dev libsimdjson-dev libexpected-dev fonts-dejavu-core fonts-inter ca-certificates)
debian_tests=(nodejs npm python3 python3-nltk python3-levenshtein curl openssl dbus gnome-keyring xvfb xauth xdotool openbox imagemagick
  desktop-file-utils appstream dpkg-dev file man-db procps)
fedora_build=(gcc-c++ cmake ninja-build ccache mold qt6-qtbase-devel qt6-qtsvg-devel
  qt6-qttools-devel qt6-qttranslations qt6-qtwayland libsecret
  qtkeychain-qt6-devel cpp-httplib-devel simdjson-devel expected-devel dejavu-sans-fonts rsms-inter-fonts)
fedora_tests=(nodejs-npm python3 curl openssl dbus-daemon gnome-keyring xorg-x11-server-Xvfb xdotool openbox
  ImageMagick desktop-file-utils appstream)
arch_build=(gcc cmake ninja ccache mold qt6-base qt6-svg qt6-tools qt6-translations qt6-wayland libsecret
  qtkeychain-qt6 cpp-httplib simdjson tl-expected ttf-dejavu inter-font)
arch_tests=(nodejs npm python curl openssl dbus gnome-keyring xorg-server-xvfb xdotool openbox imagemagick
  desktop-file-utils appstream)
brew_build=(cmake ninja ccache qt qtkeychain cpp-httplib simdjson tl-expected)
brew_tests=(node python)

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else
    echo "install-deps: root is needed for: $*" >&2
    echo "install-deps: run that command as root, then run this script again." >&2
    exit 1
  fi
}

debian() {
  local want=("${debian_build[@]}") missing=() known=() p have
  [ "$want_tests" = 1 ] && want+=("${debian_tests[@]}")
  # Names of the installed packages and of what they provide.
  have=" $(dpkg-query -W -f='${db:Status-Status} ${Package} ${Provides}\n' |
    sed -n 's/^installed //p' | sed 's/([^)]*)//g' | tr ',\n' '  ') "
  for p in "${want[@]}"; do
    # A node that is there already, from wherever it came, is good enough, and npm often comes with it.
    case "$p" in
      nodejs) command -v node >/dev/null 2>&1 && continue ;;
      npm) command -v npm >/dev/null 2>&1 && continue ;;
    esac
    [[ $have == *" $p "* ]] || missing+=("$p")
  done
  [ ${#missing[@]} -eq 0 ] && return 0

  # A fresh machine has no package lists at all.
  apt-cache show ninja-build >/dev/null 2>&1 || as_root apt-get -qq update
  # Releases differ: what this one does not know is left out, and configuring complains if it was needed.
  for p in "${missing[@]}"; do
    if apt-cache show "$p" >/dev/null 2>&1; then known+=("$p"); else echo "install-deps: no package $p here"; fi
  done
  [ ${#known[@]} -eq 0 ] && return 0
  echo "install-deps: installing ${known[*]}"
  as_root apt-get -qq update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${known[@]}" >/dev/null
}

fedora() {
  local want=("${fedora_build[@]}") missing=() p
  [ "$want_tests" = 1 ] && want+=("${fedora_tests[@]}")
  for p in "${want[@]}"; do rpm -q --whatprovides "$p" >/dev/null 2>&1 || missing+=("$p"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  as_root dnf -y install "${missing[@]}"
}

arch() {
  local want=("${arch_build[@]}") missing=()
  [ "$want_tests" = 1 ] && want+=("${arch_tests[@]}")
  mapfile -t missing < <(pacman -T "${want[@]}" || true)
  [ ${#missing[@]} -eq 0 ] && return 0
  as_root pacman -S --needed --noconfirm "${missing[@]}"
}

macos() {
  local want=("${brew_build[@]}") missing=() p
  [ "$want_tests" = 1 ] && want+=("${brew_tests[@]}")
  for p in "${want[@]}"; do brew list --versions "$p" >/dev/null 2>&1 || missing+=("$p"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  brew install "${missing[@]}"
}

if command -v apt-get >/dev/null 2>&1; then debian
elif command -v dnf >/dev/null 2>&1; then fedora
elif command -v pacman >/dev/null 2>&1; then arch
elif command -v brew >/dev/null 2>&1; then macos
else
  cat <<LIST
install-deps: no known package manager (apt, dnf, pacman, brew). Please install, under your system's names:
  a C++20 compiler, CMake >= 3.22, Ninja (ccache and mold are used when present)
  Qt >= 6.4: Core Gui Widgets Network Sql (with SQLite) Svg Concurrent Test LinguistTools
  QtKeychain for Qt 6, cpp-httplib, simdjson, tl::expected
LIST
  [ "$want_tests" = 1 ] && echo "  for the tests: node with npm, curl, openssl, a Secret Service daemon, Xvfb, desktop-file-validate, appstreamcli"
  exit 1
fi
