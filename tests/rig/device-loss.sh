#!/usr/bin/env bash
# device-loss.sh [CASE...]: pulls cameras and microphones of real drivers away in the middle of takes.
#
# Needs GLADI_RIG: a folder with rig-run, which boots Debian 12 in qemu-system-x86_64 with the kernel's own drivers vivid
# (a webcam), v4l2loopback (an MJPEG webcam), snd-aloop and snd-dummy (sound cards); its guest has been built with
# rig-build. And a built program: GLADI_BINARY, build/test/gladi without it, with tests/integration_tests beside it.
# What is done to the devices, and what has to come of it, stands in device-loss-guest.sh. Without CASE all of webcam,
# mjpeg, card and microphones. Two to five minutes of processor time a case. Writes RESULTS (device-loss.tsv without it):
# case, name and value, tabs between.
# Exit code 1 when a case broke a promise.
set -euo pipefail
here=$(cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
root=$(dirname -- "$(dirname -- "$here")")
rig=${GLADI_RIG:?"set GLADI_RIG to the folder of rig-run: this test needs an emulated machine"}
program=${GLADI_BINARY:-$root/build/test/gladi}
results=$(readlink -f -- "${RESULTS:-device-loss.tsv}")
[ -x "$program" ] || { echo "build $program first" >&2; exit 2; }
[ $# -gt 0 ] || set -- webcam mjpeg card microphones
. "$here/rig-share.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/gladi-devices.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
share=$work/share
programs=("$program")
case " $* " in *' microphones '*) programs+=("$(dirname -- "$program")/tests/integration_tests") ;; esac
make_share "$share" "${programs[@]}"
cp -- "$here/device-loss-guest.sh" "$share/"
# The emulated machine plays films, it is too slow to make them: an MJPEG webcam's pictures, of which a second and a half
# in the middle is broken, and a tone.
quiet_ffmpeg() { ffmpeg -v error -nostdin -y "$@"; }
good() { quiet_ffmpeg -f lavfi -i "testsrc2=s=320x240:r=15" -t "$1" -c:v mjpeg -pix_fmt yuvj422p "$work/$2.mkv"; }
good 12 before
good 1.5 whole
good 40 after
quiet_ffmpeg -i "$work/whole.mkv" -c copy -bsf:v noise=amount=12 "$work/broken.mkv"
printf "file '%s'\n" "$work/before.mkv" "$work/broken.mkv" "$work/after.mkv" >"$work/list"
ffmpeg -v quiet -nostdin -y -f concat -safe 0 -i "$work/list" -c copy "$share/webcam.mkv"  # complains of what is broken
quiet_ffmpeg -f lavfi -i 'aevalsrc=0.4*sin(2*PI*440*t):s=48000' -ac 2 -t 600 "$share/tone.wav"

export RIG_SHARE=$share RIG_QUIET=1 RIG_PASS=PATIENCE RIG_TIMEOUT=${RIG_TIMEOUT:-3600} RIG_BOOT=${RIG_BOOT:-2000} RIG_CPUS=1
# The guest's clock counts its instructions: a busy host makes it take longer, but never lose sound.
export RIG_ACCEL=tcg,tb-size=512 RIG_QEMU='-icount shift=0,sleep=on'
printf 'case\tname\tvalue\n' >"$results"
failed=
for each in "$@"; do
  case $each in
    mjpeg) export RIG_DEVICES='mjpeg aloop' ;;
    *) export RIG_DEVICES='cam aloop dummy' ;;
  esac
  echo "device loss: $each"
  rm -rf -- "$share/take"
  if "$rig/rig-run" "bash device-loss-guest.sh $each /tmp/loss" >"$work/out" 2>"$work/err" &&
    python3 "$here/device_loss_take.py" "$share/take" >>"$work/out" 2>>"$work/err"; then
    sed "s/^/$each\t/; s/ /\t/" "$work/out" | tee -a "$results"
  else
    failed="$failed $each"
    cat "$work/out" "$work/err" >&2
  fi
done
[ -z "$failed" ] || { echo "failed:$failed" >&2; exit 1; }
