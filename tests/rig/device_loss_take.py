"""What a take is like whose devices were pulled: device_loss_take.py FOLDER prints figures, one "name value" a line, and fails
where the file isn't whole, frames are not accounted for, or silence isn't as long as the journal says. Without FOLDER's
files (a case without a take of its own) it has nothing to say."""

import array
import json
import subprocess
import sys
from pathlib import Path

FPS = 10
RATE_HZ = 8000
FRAME_OF_AAC_S = 1024 / 48000


def run(*command: str | Path) -> bytes:
    done = subprocess.run(command, check=True, capture_output=True)
    assert not done.stderr, done.stderr.decode()
    return done.stdout


def look_at(folder: Path) -> None:
    session = json.loads((folder / "session.json").read_text())
    counters = session["counters"]
    events = [json.loads(line) for line in (folder / "journal.jsonl").read_text().splitlines()]
    gaps = {track: [event for event in events if event["type"] == "gap" and event["track"] == track]
            for track in ("camera", "microphone")}
    film = folder / "take.mp4"

    # Decoded to its end by somebody else's program, each frame once, sound and picture equally long.
    probed = json.loads(run("ffprobe", "-v", "error", "-count_frames", "-of", "json", "-show_streams", film))
    streams = {stream["codec_type"]: stream for stream in probed["streams"]}
    frames = int(streams["video"]["nb_read_frames"])
    assert frames == counters["frames"], (frames, counters)
    assert streams["video"]["r_frame_rate"] == f"{FPS}/1"
    assert abs(float(streams["video"]["duration"]) - frames / FPS) < 0.01
    sound_s = int(streams["audio"]["nb_read_frames"]) * FRAME_OF_AAC_S
    assert abs(sound_s - frames / FPS) < 0.1, (sound_s, frames)
    for name in ("frames", "lost_camera", "repeated_camera", "repeated_late", "repeated_encoder", "sound_silence_ms"):
        print(name, counters[name])

    # A camera counts as missing from five of its periods after its last picture on; what is shown before is a repeat, but for
    # the frame that shows the last picture first. A gap has that one and a frame that its ends cut.
    missing = sum(gap["length_ns"] for gap in gaps["camera"]) / 1e9
    print(f"camera_missing_s {missing:.2f}")
    edges = len(gaps["camera"])
    assert counters["lost_camera"] <= missing * FPS + edges, (counters, gaps["camera"])
    shown_twice = counters["lost_camera"] + counters["repeated_late"] + counters["repeated_camera"]
    assert shown_twice >= missing * FPS - 2 * edges, (counters, gaps["camera"])

    # A machine that is too slow makes holes of its own; from a card that is gone nothing comes.
    pulled = [gap for gap in gaps["microphone"] if gap["reason"] == "nothing_came"]
    if pulled:
        look_at_silence(film, max(pulled, key=lambda gap: gap["length_ns"]))


def look_at_silence(film: Path, gap: dict) -> None:
    """The gap lies in the file as silence from its first sample to its last."""
    sound = array.array("f", run("ffmpeg", "-v", "error", "-nostdin", "-i", film, "-map", "0:a:0", "-ac", "1", "-ar",
                                 str(RATE_HZ), "-f", "f32le", "-"))
    begin, length = gap["at_ns"] / 1e9, gap["length_ns"] / 1e9
    first = last = int((begin + length / 2) * RATE_HZ)
    while first > 0 and abs(sound[first - 1]) < 0.01:
        first -= 1
    while last < len(sound) and abs(sound[last]) < 0.01:
        last += 1
    print(f"microphone_gap_s {length:.3f}")
    if max(abs(sample) for sample in sound) < 0.01:
        return  # a card that hears nothing
    print(f"silence_s {(last - first) / RATE_HZ:.3f}")
    # AAC spreads an edge over its frame; the tone may begin some moments after the card is back.
    assert abs(first / RATE_HZ - begin) < 0.03, (first / RATE_HZ, begin)
    assert last / RATE_HZ > begin + length - 0.03, (last / RATE_HZ, begin, length)


if Path(sys.argv[1]).exists():
    look_at(Path(sys.argv[1]))
