#!/bin/sh
# Stands beside the folder of the fallback runtime and starts it. Chromium does not start as root
# unless its sandbox is off.
if [ "$(id -u)" = 0 ]; then set -- --no-sandbox "$@"; fi
exec "$(dirname "$(readlink -f "$0")")/dist/electron" "$@"
