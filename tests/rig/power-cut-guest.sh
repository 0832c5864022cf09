# power-cut-guest.sh recover|record|list: the part of power-cuts.sh that runs inside the emulated machine.
export LD_LIBRARY_PATH=/mnt/host/lib FONTCONFIG_FILE=/mnt/host/fonts.conf GLADI_ASSETS=/mnt/host/assets
export JACK_NO_START_SERVER=1 HOME=/root
cd /mnt/host || exit 1
library=/mnt/data/library
case $1 in
  recover)
    [ -d $library ] || exit 0
    mkdir -p recovered
    ./gladi recover --json --library $library --lang en >recovered/recover.json 2>guest.log || exit 1
    folder=$(grep -o '"folder":"[^"]*' recovered/recover.json | cut -d'"' -f4)
    cp "$folder"/take.mp4 "$folder"/journal.jsonl "$folder"/session.json recovered/
    ;;
  record)
    after=$(cat cut-after-ms)
    # A small picture: the emulated machine is slow, and what is lost does not depend on the size.
    ./gladi record --library $library --person Sari --camera test --mic test --canvas 192x336@10 --progress --lang en \
      >progress 2>guest.log &
    while :; do
      # Lines end in a line break; the last one may be half written.
      elapsed=$(tail -n 2 progress 2>/dev/null | grep -o '^{"elapsed_ns":[0-9]*' | tail -1 | cut -d: -f2)
      [ "${elapsed:-0}" -lt "${after}000000" ] || break
      kill -0 $! || exit 1
      sleep 0.1
    done
    rig-cut
    ;;
  list) ./gladi list --json --library $library --lang en >recovered/list.json 2>>guest.log ;;
esac
