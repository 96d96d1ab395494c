#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs tst_keychain in a scratch home, against the keychain of one scenario:
#
#   with-keyring.sh present|locked|absent|refusing <tst_keychain>
#
#   present   a session bus with an unlocked gnome-keyring
#   locked    the same, locked, and nobody to ask for the password
#   refusing  a session bus on which nothing offers, or may start, a Secret Service
#   absent    no session bus at all
set -euo pipefail
scenario=$1
test=$2

for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
  if [ "$scenario" != absent ] && ! command -v "$tool" >/dev/null 2>&1; then
    echo "SKIPPED-TEST: $tool is not installed"
    exit 0
  fi
done

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
export XDG_RUNTIME_DIR=$home/run ODC_KEYCHAIN_SCENARIO=$scenario
# No desktop: nothing may pop up on the screen of whoever runs this, nor its real keychain be reached.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP KDE_FULL_SESSION \
  DESKTOP_SESSION OPENAI_API_KEY OPENAI_ADMIN_KEY

if [ "$scenario" = absent ]; then
  "$test" whenAbsent
  exit
fi

# A bus of our own without service folders: what is on it is what this script starts.
cat >"$home/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$home/run</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF

inside() {
  set -euo pipefail
  if [ "$scenario" = refusing ]; then
    "$test" whenRefusing
    return
  fi
  ask() {
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
      "org.freedesktop.Secret.Service.$1" "${@:2}"
  }
  start_unlocked() {
    printf 'only for this test' | gnome-keyring-daemon --foreground --unlock --components=secrets \
      >"$HOME/keyring.log" 2>&1 &
    daemon=$!
    local tries=0
    until ask ReadAlias string:default 2>/dev/null | grep -q collection/; do
      tries=$((tries + 1))
      if [ $tries -gt 100 ]; then
        echo "SKIPPED-TEST: gnome-keyring-daemon does not start here: $(cat "$HOME/keyring.log")"
        exit 0
      fi
      sleep 0.1
    done
  }
  stop() {
    kill "$daemon" 2>/dev/null || true
    wait "$daemon" 2>/dev/null || true
  }
  trap stop EXIT
  start_unlocked
  "$test" writes
  if [ "$scenario" = locked ]; then
    ask Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
    "$test" whenLocked
    # Once it is open again, nothing of it is lost.
    stop
    start_unlocked
    "$test" readsBackInAnotherProcess
    return
  fi
  "$test" readsBackInAnotherProcess
  # The key is in the keyring, and the keyring is encrypted: no file of this home may show it.
  ls "$XDG_DATA_HOME"/keyrings/*.keyring >/dev/null
  if grep -rlaF 'sk-test-0123456789' "$HOME"; then
    echo "FAIL: the key is readable in the files above"
    return 1
  fi
  "$test" removes
}
export -f inside
export scenario test
dbus-run-session --config-file="$home/bus.conf" -- bash -c inside
