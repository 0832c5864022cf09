# shellcheck shell=bash
# power-cut-guest.sh whole|recover|record|list: the part of power-cuts.sh that runs inside the emulated machine.
. /mnt/host/guest-env.sh
cd /mnt/host || exit 1
library=/mnt/data/library
# A small picture: the emulated machine is slow, and what is lost does not depend on the size.
sources='--camera test --mic test --canvas 192x336@10'
# A file system that isn't as it should be is told by the kernel, and a FAT is made read-only then.
complaints() { dmesg | grep -E 'FAT-fs .*: error|EXT4-fs error|set read-only'; }
case $1 in
  whole)
    mkdir -p whole
    ./gladi record --library $library --person Sari $sources --seconds 3 --lang en >whole/out 2>guest.log || exit 1
    folder=$(tail -n 1 whole/out)
    ./gladi show --json --library $library --lang en "$folder" >whole/show.json 2>>guest.log || exit 1
    cp "$folder"/take.mp4 "$folder"/journal.jsonl "$folder"/session.json whole/
    echo "$folder" >whole/folder
    grep ' /mnt/data ' /proc/mounts >whole/mount
    ;;
  recover)
    mkdir -p recovered
    ./gladi recover --json --library $library --lang en >recovered/recover.json 2>guest.log
    opened=$?
    if complaints >>guest.log || [ $opened != 0 ]; then exit 1; fi
    cp "$(cat whole/folder)"/take.mp4 recovered/whole.mp4 || exit 1
    folder=$(grep -o '"folder":"[^"]*' recovered/recover.json | cut -d'"' -f4)
    [ -z "$folder" ] || cp "$folder"/take.mp4 "$folder"/journal.jsonl "$folder"/session.json recovered/
    ;;
  record)
    after=$(cat cut-after-ms)
    ./gladi record --library $library --person Sari $sources --progress --lang en >progress 2>guest.log &
    while :; do
      # Lines end in a line break; the last one may be half written.
      elapsed=$(tail -n 2 progress 2>/dev/null | grep -o '^{"elapsed_ns":[0-9]*' | tail -1 | cut -d: -f2)
      [ "${elapsed:-0}" -lt "${after}000000" ] || break
      kill -0 $! || exit 1
      sleep 0.1
    done
    rig-cut
    touch uncut  # the power is still there
    exit 1
    ;;
  list) ./gladi list --json --library $library --lang en >recovered/list.json 2>>guest.log ;;
esac
