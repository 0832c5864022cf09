#!/usr/bin/env bash
# with-sound.sh COMMAND [ARGUMENT...]
#
# Runs COMMAND with a PulseAudio of its own, which PortAudio reaches as ALSA's default device:
#   microphone  what is played into the sink $GLADI_TEST_SINK:  paplay -d "$GLADI_TEST_SINK" speech.wav
#   speaker     a sink that nobody hears, gladi_speaker
# The server's process id is in $GLADI_TEST_PULSE_PID: a test may end it to lose both. Nothing of the person's own
# sound settings is used or changed. Needs pulseaudio, pulseaudio-utils and libasound2-plugins.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: with-sound.sh COMMAND [ARGUMENT...]" >&2; exit 2; }

home=$(mktemp -d "${TMPDIR:-/tmp}/gladi-sound.XXXXXX")
server='' keeper=''
cleanup() {
  for pid in $keeper $server; do kill "$pid" 2>/dev/null || true; done
  for pid in $keeper $server; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$home"
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

install -d -m 700 "$home/runtime"
export XDG_RUNTIME_DIR=$home/runtime PULSE_SERVER=unix:$home/runtime/native PULSE_COOKIE=$home/cookie XDG_CACHE_HOME=$home/cache
export ALSA_CONFIG_PATH=$home/alsa.conf JACK_NO_START_SERVER=1 GLADI_TEST_SINK=gladi_mic
cat > "$ALSA_CONFIG_PATH" <<'ALSA'
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
ALSA
cat > "$home/server.pa" <<PULSE
load-module module-native-protocol-unix auth-anonymous=1 socket=$home/runtime/native
load-module module-null-sink sink_name=$GLADI_TEST_SINK rate=48000 channels=1
load-module module-null-sink sink_name=gladi_speaker rate=48000 channels=2
set-default-source $GLADI_TEST_SINK.monitor
set-default-sink gladi_speaker
PULSE

HOME=$home pulseaudio -n --file="$home/server.pa" --daemonize=no --system=no --use-pid-file=no \
  --exit-idle-time=-1 --log-target=file:"$home/log" &
server=$!
export GLADI_TEST_PULSE_PID=$server
for attempt in $(seq 100); do
  if pactl get-default-source 2>/dev/null | grep -q "^$GLADI_TEST_SINK"; then break; fi
  if [ "$attempt" = 100 ] || ! kill -0 "$server" 2>/dev/null; then
    echo "with-sound.sh: PulseAudio did not start:" >&2
    cat "$home/log" >&2 || true
    exit 1
  fi
  sleep 0.1
done

# An idle sink hands its sound over in lumps of 2 s: a silent stream with little latency keeps it awake.
pacat --playback --device="$GLADI_TEST_SINK" --latency-msec=20 --rate=48000 --channels=1 /dev/zero &
keeper=$!
for _ in $(seq 50); do
  if pactl list short sinks | grep -q "$GLADI_TEST_SINK.*RUNNING"; then break; fi
  sleep 0.1
done

"$@"
