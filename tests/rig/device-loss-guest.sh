# shellcheck shell=bash
# device-loss-guest.sh CASE FOLDER: the part of device-loss.sh that runs inside the emulated machine, as root.
#
#   webcam       a camera of the vivid driver: stalls, gives broken frames, is reported gone by its driver, is unplugged and
#                comes back under another node's number; and a sound card (snd-aloop) that is unplugged and comes back
#   mjpeg        an MJPEG camera (v4l2loopback): broken pictures, and a sender that freezes (v4l2loopback
#                refuses another sender while it is waited for)
#   card         another sound card (snd-dummy) is unplugged and comes back
#   microphones  RealMicrophones of integration_tests: another microphone is offered and taken, the lists follow
#
# Everything is written below FOLDER. It waits for states, never for a number of seconds in which something ought to have
# happened; PATIENCE (180 s without it) is when it gives up. The figures go to standard output, one "name value" a line.
set -euo pipefail
. /mnt/host/guest-env.sh
case=${1:?} folder=${2:?}
gladi=/mnt/host/gladi canvas=192x336@10 patience=${PATIENCE:-180}
vivid=/sys/bus/platform/drivers/vivid aloop=/sys/bus/platform/drivers/snd_aloop dummy=/sys/bus/platform/drivers/snd_dummy

take='' player='' sender=''
cleanup() {
  for pid in $take $player $sender; do kill -KILL "$pid" 2>/dev/null || true; done
}
trap cleanup EXIT
say() { echo "device-loss: $*" >&2; }
give_up() {
  say "$*"
  tail -n 30 "$folder/gladi.log" >&2 || true
  cat "$(journal)" "$folder"-*.log >&2 || true
  exit 1
}
wait_for() {  # WHAT CONDITION...
  local what=$1 until=$((SECONDS + patience))
  shift
  until "$@"; do
    [ $SECONDS -lt $until ] || give_up "waited in vain for: $what"
    kill -0 "$take" 2>/dev/null || give_up "the take ended while waiting for: $what"
    sleep 0.1
  done
}
now_ms() { date +%s%3N; }
journal() { find "$folder/library/sessions" -name journal.jsonl 2>/dev/null | head -n 1; }
gaps() { grep -c "\"track\":\"$1\"" "$(journal)" 2>/dev/null || true; }  # TRACK
has_gaps() { [ "$(gaps "$1")" -ge "$2" ]; }                               # TRACK COUNT
lines() { grep -cE "$1" "$folder/gladi.log" || true; }                    # PATTERN
more_lines() { [ "$(lines "$1")" -gt "$2" ]; }                            # PATTERN THAN
frames() { tail -n 2 "$folder/gladi.out" | grep -o '"frames":[0-9]*' | tail -1 | cut -d: -f2; }
has_frames() { [ "$(frames || echo 0)" -ge "$1" ]; }
record_frames() { wait_for "$1 more frames" has_frames $(($(frames || echo 0) + $1)); }
camera_gone='The camera .* (is not there|gives no pictures|gives broken pictures|reports a fault)'
camera_back='camera .*: pictures again'
mic_gone='The microphone .* (gives no sound|has stopped|is not there)'
mic_back='microphone .*: sound again'

start_take() {  # CAMERA MICROPHONE
  mkdir -p "$folder/library"
  GLADI_LOG=info "$gladi" record --person Rig --camera "$1" --mic "$2" --canvas $canvas --progress --lang en \
    --library "$folder/library" >"$folder/gladi.out" 2>"$folder/gladi.log" &
  take=$!
  wait_for 'a recording that grows' has_frames 20
}
# The tone is there whenever the card is.
start_tone() {
  (while :; do aplay -q -D hw:0,0 /mnt/host/tone.wav 2>/dev/null || sleep 0.05; done) &
  player=$!
}

# lose NAME TRACK GONE BACK OFF ON: does OFF, waits until the log says GONE, does ON, waits until it says BACK. The
# longest gap that the journal got meanwhile is the device's: a slow machine adds short ones of its own.
lose() {
  local name=$1 track=$2 gone=$3 back=$4 before heard seen from
  before=$(lines "$gone")
  heard=$(lines "$back")
  seen=$(gaps "$track")
  say "$name"
  sh -c "$5" &
  wait_for "$name to be noticed" more_lines "$gone" "$before"
  record_frames 10
  [ "$6" = true ] || heard=$(lines "$back")  # true: it comes back by itself, maybe already
  from=$(now_ms)
  sh -c "$6"
  wait_for "the $track to be back" more_lines "$back" "$heard"
  echo "${name}_back_ms $(($(now_ms) - from))"
  wait_for 'the gap in the journal' has_gaps "$track" $((seen + 1))
  record_frames 10
  grep "\"track\":\"$track\"" "$(journal)" | tail -n +$((seen + 1)) |
    sed -n 's/.*"length_ns":\([0-9]*\).*"reason":"\([a-z_]*\)".*/\1 \2/p' | sort -n | tail -n 1 |
    awk -v n="$name" '{ printf "%s_gap_ms %.0f\n%s_reason %s\n", n, $1 / 1e6, n, $2 }'
}
# Ends the take and hands it to the host, which looks at it (device_loss_take.py).
hand_over() {
  kill -INT "$take"
  wait "$take" || give_up 'the take did not end well'
  mkdir -p /mnt/host/take
  cp "$(dirname "$(journal)")"/{take.mp4,session.json,journal.jsonl} /mnt/host/take/
}

broken_frames() { for _ in $(seq 20); do v4l2-ctl -d "$1" -c inject_v4l2_buf_flag_error=1; done; }

case $case in
  webcam)
    start_tone
    start_take v4l2:/dev/video0 'portaudio:Loopback: PCM (hw:0,1)'
    say 'twenty frames that the driver marks as broken'
    broken_frames /dev/video0
    record_frames 10
    stalls='v4l2-ctl -d /dev/video0 -c percentage_of_dropped_buffers='
    lose stall camera "$camera_gone" "$camera_back" "${stalls}100" "${stalls}0"
    lose fault camera "$camera_gone" "$camera_back" 'v4l2-ctl -d /dev/video0 -c inject_fatal_streaming_error=1' true
    lose disconnect camera "$camera_gone" "$camera_back" 'v4l2-ctl -d /dev/video0 -c disconnect=1' true
    lose replug camera "$camera_gone" "$camera_back" "echo vivid.0 >$vivid/unbind" "echo vivid.0 >$vivid/bind"
    # Whoever still holds the old node open keeps its number: the camera gets another one.
    exec 9</dev/video0
    lose other_node camera "$camera_gone" "$camera_back" "echo vivid.0 >$vivid/unbind" "echo vivid.0 >$vivid/bind"
    [ ! -e /dev/video0 ] && [ -e /dev/video1 ] || give_up 'the camera has no other number'
    exec 9<&-
    echo "node_by_now $(ls /dev/video*)"
    lose card microphone "$mic_gone" "$mic_back" "echo snd_aloop.0 >$aloop/unbind" "echo snd_aloop.0 >$aloop/bind"
    hand_over
    ;;
  mjpeg)
    start_tone
    ffmpeg -v error -nostdin -re -i /mnt/host/webcam.mkv -c copy -f v4l2 /dev/video9 2>"$folder-sender.log" &
    sender=$!
    for _ in $(seq 600); do v4l2-ctl -d /dev/video9 --all 2>/dev/null | grep -q 'Video Capture$' && break; sleep 0.1; done
    start_take v4l2:/dev/video9 'portaudio:Loopback: PCM (hw:0,1)'
    wait_for 'broken pictures' more_lines "$camera_gone" 0
    wait_for 'the camera to be back' has_gaps camera 1
    record_frames 10
    lose freeze camera "$camera_gone" "$camera_back" "kill -STOP $sender" "kill -CONT $sender"
    hand_over
    ;;
  card)
    start_take test 'portaudio:Dummy: PCM (hw:1,0)'
    lose card microphone "$mic_gone" "$mic_back" "echo snd_dummy.0 >$dummy/unbind" "echo snd_dummy.0 >$dummy/bind"
    hand_over
    ;;
  microphones)
    start_tone
    mkdir -p "$folder"
    # Two sound cards and no sound server: the test's own commands pull the first one.
    GLADI_REAL_MICROPHONE='Loopback: PCM (hw:0,1)' GLADI_OTHER_MICROPHONE='Dummy: PCM (hw:1,0)' \
      GLADI_MICROPHONE_OFF="echo snd_aloop.0 >$aloop/unbind" GLADI_MICROPHONE_ON="echo snd_aloop.0 >$aloop/bind" \
      /mnt/host/integration_tests --gtest_filter='RealMicrophones.*' >"$folder/gladi.log" 2>&1 || {
      grep -A 8 ': Failure$' "$folder/gladi.log" >&2
      give_up 'a test failed'
    }
    grep -c '^\[       OK' "$folder/gladi.log" | sed 's/^/passed /'
    ;;
  *) give_up "no such case: $case" ;;
esac
say 'all is well'
