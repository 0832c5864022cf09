#!/usr/bin/env bash
# device-loss.sh FOLDER: pulls a real driver's camera and microphone away in the middle of a take, and looks at the file.
#
# Runs on a Linux machine (or an emulated one) where it may do as it likes, as root. It needs
#   - a camera at $CAMERA (default /dev/video0) by the kernel's `vivid` driver, a sound card at hw:0 by `snd-aloop`
#     (what is played into hw:0,0 is heard on hw:0,1), and no sound server;
#   - v4l2-ctl, aplay, ffmpeg and ffprobe;
#   - GLADI: the program, with what it needs in the environment (libraries, GLADI_ASSETS, FONTCONFIG_FILE).
# Another machine gives other commands: CAMERA_OFF, CAMERA_ON, MIC_OFF, MIC_ON, CAMERA_CUT (the driver reports the device
# gone, its node stays), TONE (plays something for minutes that the microphone hears). CANVAS is 640x360@15 by default:
# a slow machine must be able to record it. Everything is written below FOLDER. It waits for states, never for a number
# of seconds in which something ought to have happened; PATIENCE (default 180 s) is when it gives up.
#
# Exit code 0: the camera came back twice and the microphone once, the file is whole, its silence is as long as the
# journal says. The figures go to standard output, one "name value" a line.
set -euo pipefail
folder=${1:?usage: device-loss.sh FOLDER}
gladi=${GLADI:?GLADI must name the program}
camera=${CAMERA:-/dev/video0} mic=${MIC:-'portaudio:Loopback: PCM (hw:0,1)'}
canvas=${CANVAS:-640x360@15} patience=${PATIENCE:-180}
vivid=/sys/bus/platform/drivers/vivid aloop=/sys/bus/platform/drivers/snd_aloop
camera_cut=${CAMERA_CUT:-v4l2-ctl -d $camera -c disconnect=1}
camera_off=${CAMERA_OFF:-echo vivid.0 >$vivid/unbind} camera_on=${CAMERA_ON:-echo vivid.0 >$vivid/bind}
mic_off=${MIC_OFF:-echo snd_aloop.0 >$aloop/unbind} mic_on=${MIC_ON:-echo snd_aloop.0 >$aloop/bind}
tone=${TONE:-aplay -q -D hw:0,0 $folder/tone.wav}

take='' player=''
cleanup() {
  for pid in $take $player; do kill "$pid" 2>/dev/null || true; done
}
trap cleanup EXIT
say() { echo "device-loss: $*" >&2; }
give_up() {
  say "$*"
  tail -n 20 "$folder/gladi.log" >&2 || true
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
lines() { grep -cE "$1" "$folder/gladi.log" || true; }           # PATTERN
more_lines() { [ "$(lines "$1")" -gt "$2" ]; }                   # PATTERN THAN
part_grows() { [ "$(stat -c %s "$folder"/library/sessions/*/take.part.mp4 2>/dev/null || echo 0)" -gt 60000 ]; }
start_tone() { sh -c "exec $tone" & player=$!; }

camera_gone='The camera .* (is not there|gives no pictures|reports a fault)'
mic_gone='The microphone .* (gives no sound|has stopped|is not there)'

mkdir -p "$folder/library"
ffmpeg -v error -nostdin -y -f lavfi -i 'aevalsrc=0.4*sin(2*PI*440*t):s=48000' -ac 2 -t 600 "$folder/tone.wav"
start_tone
GLADI_LOG=info "$gladi" record --person Rig --camera "v4l2:$camera" --mic "$mic" --canvas "$canvas" \
  --library "$folder/library" >"$folder/gladi.out" 2>"$folder/gladi.log" &
take=$!
wait_for 'a recording that grows' part_grows
sleep 3

say 'the driver reports the camera gone'
sh -c "$camera_cut"
wait_for 'the camera to be back' has_gaps camera 1
sleep 2

say 'the camera is unplugged'
before=$(lines "$camera_gone")
seen=$(gaps camera)
sh -c "$camera_off"
wait_for 'the loss to be noticed' more_lines "$camera_gone" "$before"
sleep 2
say 'the camera is plugged in'
plugged=$(now_ms)
sh -c "$camera_on"
wait_for 'the camera to be back' has_gaps camera $((seen + 1))
echo "camera_back_ms $(($(now_ms) - plugged))"
sleep 2

say 'the sound card is unplugged'
kill "$player" 2>/dev/null || true
sh -c "$mic_off" &
wait_for 'the loss to be noticed' more_lines "$mic_gone" 0
sleep 2
say 'the sound card is plugged in'
plugged=$(now_ms)
sh -c "$mic_on"
start_tone
wait_for 'the microphone to be back' has_gaps microphone 1
echo "microphone_back_ms $(($(now_ms) - plugged))"
sleep 3

kill -INT "$take"
wait "$take" || true
session=$(dirname "$(journal)")
file=$session/take.mp4
[ -f "$file" ] || file=$session/take.part.mp4
frames=$(ffprobe -v error -count_packets -select_streams v -show_entries stream=nb_read_packets -of csv=p=0 "$file")
duration=$(ffprobe -v error -select_streams v -show_entries stream=duration -of csv=p=0 "$file")
echo "frames ${frames%,}"
echo "duration_s ${duration%,}"
sed -n 's/.*"length_ns":\([0-9]*\).*"track":"\([a-z]*\)".*/\2_gap_ms \1/p' "$session/journal.jsonl" |
  awk '{printf "%s %.0f\n", $1, $2 / 1e6}'
ffmpeg -v info -nostats -hide_banner -nostdin -i "$file" -map 0:a:0 -af silencedetect=noise=-40dB:d=0.3 -f null - 2>&1 |
  sed -n 's/.*silence_duration: \([0-9.]*\).*/silence_s \1/p'
sed -n 's/.*"\(lost_camera\|repeated_late\|repeated_camera\|sound_silence_ms\|sound_gaps\)": *\([0-9]*\).*/\1 \2/p' "$session/session.json"
problem=$(ffmpeg -v error -nostdin -i "$file" -f null - 2>&1)
[ -z "$problem" ] || give_up "the file does not play whole: $problem"
rate=${canvas#*@}
awk -v f="${frames%,}" -v d="${duration%,}" -v r="$rate" 'BEGIN { exit !(f >= d * r - 1 && f <= d * r + 1) }' ||
  give_up "$frames frames are not $duration s at $rate frames a second"
has_gaps camera 2 || give_up 'a gap of the camera is missing in the journal'
say 'all is well'
