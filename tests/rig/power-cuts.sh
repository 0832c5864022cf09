#!/usr/bin/env bash
# power-cuts.sh [CUTS [SEED]]: takes the power away from an emulated machine while it records, and measures what is lost.
#
# Needs GLADI_RIG: a folder with rig-run, rig-powercut and rig-data, which boot Debian 12 in qemu-system-x86_64 with a
# data disk that has a volatile cache (nbdkit) and a power switch; its guest has been built with rig-build. And a built
# program: GLADI_BINARY, build/test/gladi without it. Takes one to two minutes of processor time a cut.
#
# Each cut comes at a random moment of a take (chosen from SEED). The program says each tenth of a second on a share of
# the host, which outlives the machine, how far it has got. At the next start the library is opened, the take recovered,
# and the recovered file read by ffprobe here. Writes RESULTS (power-cuts.tsv without it): a line a cut, tabs between.
# The guest's clock counts its instructions, a billion a second (qemu's -icount): on a busy host the guest takes longer,
# but never stands still by its own clock. So what is lost is the program's doing and the disk's, and all of it counts:
# lost_s is from the last frame that the recorder has got to the end of what was recovered, repeats says how many of its
# frames the guest was too slow for.
# Exit code 1 when more than 2.0 s were lost, something that was called safe is gone, or a library didn't open.
set -euo pipefail
here=$(cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
root=$(dirname -- "$(dirname -- "$here")")
cuts=${1:-20} seed=${2:-$RANDOM}
rig=${GLADI_RIG:?"set GLADI_RIG to the folder of rig-run: this test needs an emulated machine"}
program=${GLADI_BINARY:-$root/build/test/gladi}
results=$(readlink -f -- "${RESULTS:-power-cuts.tsv}")
[ -x "$program" ] || { echo "build $program first" >&2; exit 2; }

work=$(mktemp -d "${TMPDIR:-/tmp}/gladi-power.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
share=$work/share
mkdir -p "$share/lib" "$share/fonts"
cp -- "$program" "$share/gladi"
ldd "$program" | awk '$3 ~ /^\// { print $3 }' | grep -vE '/(libc|libm|libpthread|libdl|librt)\.so' |
  xargs -I{} cp -L -- {} "$share/lib/"
cp -r -- "$root/assets" "$share/assets"
cp -L -- /usr/share/fonts/truetype/dejavu/DejaVuSans*.ttf "$share/fonts/"
cat >"$share/fonts.conf" <<'X'
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/mnt/host/fonts</dir><cachedir>/tmp/fc</cachedir></fontconfig>
X
cp -- "$here/power-cut-guest.sh" "$share/"

"$rig/rig-data" "$work/disk.img" 1G
export RIG_DATA=$work/disk.img RIG_DISKCACHE=1 RIG_DEVICES=none RIG_QUIET=1 RIG_SHARE=$share
export RIG_TIMEOUT=${RIG_TIMEOUT:-3600} RIG_BOOT=${RIG_BOOT:-2000} RIG_CPUS=1
export RIG_ACCEL=tcg,tb-size=512 RIG_QEMU='-icount shift=0,sleep=on'
RANDOM=$seed
echo "power cuts: $cuts, seed $seed"
printf 'cut\tcut_at_s\trecovered_s\tlost_s\trepeats\tsafe_s\n' >"$results"

# look CUT: what the start after this cut has made of its take.
look() {
  python3 "$here/power_cut_loss.py" "$1" "$work/progress" "$share/recovered" | tee -a "$results"
}

# Each start recovers what the cut before has left, as a person's computer would, and then records until the next one.
for ((cut = 1; cut <= cuts; cut++)); do
  echo "$((1500 + RANDOM % 6000))" >"$share/cut-after-ms"
  rm -rf -- "$share/progress" "$share/recovered"
  "$rig/rig-powercut" "$RIG_TIMEOUT" 'bash power-cut-guest.sh recover && bash power-cut-guest.sh record' \
    >"$work/rig.log" 2>&1 ||
    { cat "$work/rig.log" "$share/guest.log" >&2; echo "no cut $cut: the library did not open or no take began" >&2; exit 1; }
  if [ "$cut" -gt 1 ]; then look $((cut - 1)); fi
  mv -- "$share/progress" "$work/progress"
done
rm -rf -- "$share/recovered"
"$rig/rig-run" 'bash power-cut-guest.sh recover && bash power-cut-guest.sh list' >"$work/rig.log" 2>&1 ||
  { cat "$work/rig.log" "$share/guest.log" >&2; echo "the library did not open after the last cut" >&2; exit 1; }
look "$cuts"
python3 "$here/power_cut_loss.py" summary "$results" "$share/recovered/list.json"
