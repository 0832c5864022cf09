"""What a power cut cost: power_cut_loss.py CUT PROGRESS RECOVERED prints a line of the table, power_cut_loss.py summary
TABLE LIST the figures, and power_cut_loss.py whole FOLDER what a take without a cut is like; all fail where a promise is
broken."""

import json
import statistics
import subprocess
import sys
from pathlib import Path

FPS = 10
MOST_LOST_S = 2.0


def told(progress: Path) -> list[dict]:
    return [json.loads(line) for line in progress.read_bytes().split(b"\n")[:-1]]


def picture_seconds(film: Path) -> float:
    """Counted by decoding, by somebody else's program."""
    answer = subprocess.run(
        ["ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-of", "json", "-show_streams", film],
        check=True, capture_output=True)
    assert not answer.stderr, answer.stderr
    return int(json.loads(answer.stdout)["streams"][0]["nb_read_frames"]) / FPS


def one_cut(cut: str, progress: Path, recovered: Path) -> None:
    lines = told(progress)
    said = lines[-1]
    made = json.loads((recovered / "recover.json").read_text())["recovered"]
    assert len(made) == 1, f"{len(made)} takes were recovered"
    assert json.loads((recovered / "session.json").read_text())["state"] == "recovered"
    kept = picture_seconds(recovered / "take.mp4")
    at = said["frames"] / FPS
    safe = said["safe_until_ns"] / 1e9
    for line in (recovered / "journal.jsonl").read_bytes().split(b"\n")[:-1]:
        json.loads(line)
    print(f"{cut}\t{at:.2f}\t{kept:.2f}\t{at - kept:.2f}\t{said['lost_frames']}\t{safe:.2f}", flush=True)
    # Sound ends up to one packet before the picture.
    assert kept >= safe - 0.03, f"{safe:.2f} s were called safe and {kept:.2f} s are left"


def whole(folder: Path) -> None:
    session = json.loads((folder / "session.json").read_text())
    assert session["state"] == "ready", session["state"]
    kept = picture_seconds(folder / "take.mp4")
    assert round(kept * FPS) == session["counters"]["frames"], (kept, session["counters"])
    kind = (folder / "mount").read_text().split()[2]
    print(f"a whole take of {kept:.2f} s on {kind}: recorded, stopped and opened again", flush=True)


def summary(table: Path, listed: Path) -> None:
    rows = [line.split("\t") for line in table.read_text().splitlines()[1:]]
    takes = json.loads(listed.read_text())["sessions"]
    states = sorted(take["state"] for take in takes)
    assert states == ["ready"] + ["recovered"] * len(rows), states
    lost = [float(row[3]) for row in rows]
    print(f"{len(lost)} cuts: median {statistics.median(lost):.2f} s lost, worst {max(lost):.2f} s")
    assert max(lost) <= MOST_LOST_S, f"more than {MOST_LOST_S} s were lost"


if sys.argv[1] == "summary":
    summary(Path(sys.argv[2]), Path(sys.argv[3]))
elif sys.argv[1] == "whole":
    whole(Path(sys.argv[2]))
else:
    one_cut(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
