#!/usr/bin/env bash
# power-cuts.sh [CUTS [SEED]]: takes the power away from an emulated machine while it records, and measures what is lost.
#
# Needs GLADI_RIG: a folder with rig-run and rig-powercut, which boot Debian 12 in qemu-system-x86_64 with a data disk
# that has a volatile cache (nbdkit) and a power switch; its guest has been built with rig-build. And a built program:
# GLADI_BINARY, build/test/gladi without it. FILESYSTEM is what the library lies on: ext4 (without it), vfat or exfat,
# whose mkfs this machine must have. Takes one to two minutes of processor time a cut.
#
# First a whole take is recorded and stopped; it must be the same after all cuts. Each cut comes at a random moment of a
# take (chosen from SEED). The program says each tenth of a second on a share of the host, which outlives the machine, how
# far it has got. At the next start the library is opened, the take recovered, and the recovered file read by ffprobe here.
# Writes RESULTS (power-cuts.tsv without it): a line a cut, tabs between.
# The guest's clock counts its instructions, a billion a second (qemu's -icount): on a busy host the guest takes longer,
# but never stands still by its own clock. So what is lost is the program's doing and the disk's, and all of it counts:
# lost_s is from the last frame that the recorder has got to the end of what was recovered, repeats says how many of its
# frames the guest was too slow for.
# Exit code 1 when more than 2.0 s were lost, something that was called safe is gone, or a library didn't open.
set -euo pipefail
here=$(cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
root=$(dirname -- "$(dirname -- "$here")")
cuts=${1:-20} seed=${2:-$RANDOM} filesystem=${FILESYSTEM:-ext4}
rig=${GLADI_RIG:?"set GLADI_RIG to the folder of rig-run: this test needs an emulated machine"}
program=${GLADI_BINARY:-$root/build/test/gladi}
results=$(readlink -f -- "${RESULTS:-power-cuts.tsv}")
[ -x "$program" ] || { echo "build $program first" >&2; exit 2; }
. "$here/rig-share.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/gladi-power.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
share=$work/share
make_share "$share" "$program"
cp -- "$here/power-cut-guest.sh" "$share/"

truncate -s 1G "$work/disk.img"
case $filesystem in
  ext4) mkfs.ext4 -q -F -E lazy_itable_init=0,lazy_journal_init=0 "$work/disk.img" ;;
  vfat | exfat) "mkfs.$filesystem" "$work/disk.img" >/dev/null ;;
  *) echo "FILESYSTEM is ext4, vfat or exfat" >&2; exit 2 ;;
esac
export RIG_DATA=$work/disk.img RIG_DISKCACHE=1 RIG_DEVICES=none RIG_QUIET=1 RIG_SHARE=$share
export RIG_TIMEOUT=${RIG_TIMEOUT:-3600} RIG_BOOT=${RIG_BOOT:-2000} RIG_CPUS=1
export RIG_ACCEL=tcg,tb-size=512 RIG_QEMU='-icount shift=0,sleep=on'
RANDOM=$seed
echo "power cuts: $cuts on $filesystem, seed $seed"
printf 'cut\tcut_at_s\trecovered_s\tlost_s\trepeats\tsafe_s\n' >"$results"

# look CUT: what the start after this cut has made of its take.
look() {
  python3 "$here/power_cut_loss.py" "$1" "$work/progress" "$share/recovered" | tee -a "$results"
}

# start COMMAND... : starts the machine; what went wrong is said.
start() {
  "$@" >"$work/rig.log" 2>&1 && return
  cat "$work/rig.log" "$share/guest.log" >&2
  return 1
}
fail() {
  echo "$*" >&2
  exit 1
}

start "$rig/rig-run" 'bash power-cut-guest.sh whole' || fail 'no take could be recorded'
python3 "$here/power_cut_loss.py" whole "$share/whole"

# Each start recovers what the cut before has left, as a person's computer would, and then records until the next one.
for ((cut = 1; cut <= cuts; cut++)); do
  echo "$((1500 + RANDOM % 6000))" >"$share/cut-after-ms"
  cp --sparse=always -- "$work/disk.img" "$work/disk-before.img"
  for ((attempt = 1; ; attempt++)); do
    rm -rf -- "$share/progress" "$share/recovered" "$share/uncut"
    if start "$rig/rig-powercut" "$RIG_TIMEOUT" 'bash power-cut-guest.sh recover && bash power-cut-guest.sh record'; then
      break
    fi
    # On a host that gives it next to no processor time the rig may miss the guest's wish for a cut: that is no power cut,
    # and says nothing about the program. Again, from the same disk.
    if ! [ -e "$share/uncut" ]; then fail "cut $cut: the library did not open, or the take ended by itself"; fi
    if [ "$attempt" = 3 ]; then fail "cut $cut: the rig did not cut the power"; fi
    echo "the rig missed cut $cut: once more" >&2
    cp --sparse=always -- "$work/disk-before.img" "$work/disk.img"
  done
  if [ "$cut" -gt 1 ]; then look $((cut - 1)); fi
  mv -- "$share/progress" "$work/progress"
done
rm -rf -- "$share/recovered"
start "$rig/rig-run" 'bash power-cut-guest.sh recover && bash power-cut-guest.sh list' ||
  fail 'the library did not open after the last cut'
look "$cuts"
python3 "$here/power_cut_loss.py" summary "$results" "$share/recovered/list.json"
cmp -- "$share/whole/take.mp4" "$share/recovered/whole.mp4" || fail 'the take before the cuts is not what it was'
