# shellcheck shell=bash
# Sourced by the scripts of this folder: make_share FOLDER GLADI [PROGRAM...] puts programs into FOLDER, which the emulated
# machine sees as /mnt/host, with all that they need there; GLADI is called gladi there, whatever its name is here.
# guest-env.sh in it sets their environment.
make_share() {
  local share=$1 root
  shift
  root=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")")
  mkdir -p "$share/lib" "$share/fonts"
  cp -- "$1" "$share/gladi"
  [ $# -eq 1 ] || cp -- "${@:2}" "$share/"
  ldd "$@" | awk '$3 ~ /^\// { print $3 }' | sort -u | grep -vE '/(libc|libm|libpthread|libdl|librt)\.so' |
    xargs -I{} cp -L -- {} "$share/lib/"
  cp -r -- "$root/assets" "$share/assets"
  cp -L -- /usr/share/fonts/truetype/dejavu/DejaVuSans*.ttf "$share/fonts/"
  cat >"$share/fonts.conf" <<'X'
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/mnt/host/fonts</dir><cachedir>/tmp/fc</cachedir></fontconfig>
X
  cat >"$share/guest-env.sh" <<'X'
export LD_LIBRARY_PATH=/mnt/host/lib FONTCONFIG_FILE=/mnt/host/fonts.conf GLADI_ASSETS=/mnt/host/assets
export JACK_NO_START_SERVER=1 HOME=/root
X
}
