#!/bin/sh
# Makes the empty shared objects in this folder (x86-64, gcc of Debian 12; the same bytes each time).
#
# The bundled FFmpeg is linked to libpulse, libasound and libxcb for capture devices, and to libudev to look for encoders in hardware.
# Atelier opens none of the former; where libudev is missing, the trial of such an encoder fails as it does without the hardware. Servers
# do not have these libraries. The loader asks only that they exist and know their version names: functions are looked
# up when they are first called, which never happens. A stand-in is used only where the loader reports the real one
# missing. When a new FFmpeg asks for another library, `readelf -d -V` of its libraries tells its names.
set -eu
cd "$(dirname "$0")"

stub() { # name, version names
    name=$1; shift
    versions=$(mktemp)
    for version in "$@"; do echo "$version { };"; done > "$versions"
    [ $# -gt 0 ] || echo "{ };" > "$versions"
    gcc -shared -nostdlib -s -fPIC -Wl,--build-id=none -Wl,--hash-style=gnu -Wl,-z,noseparate-code \
        -Wl,-z,max-page-size=4096 -Wl,-soname,"$name" -Wl,--version-script="$versions" stub.c -o "$name"
    chmod 644 "$name"
    rm "$versions"
}

stub libpulse.so.0 PULSE_0
stub libasound.so.2 ALSA_0.9 ALSA_0.9.0rc4
stub libxcb.so.1
stub libxcb-shm.so.0
stub libudev.so.1 LIBUDEV_183
