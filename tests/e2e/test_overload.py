"""A rehearsal on a computer that can't keep up: one core for the program, and another program on the same core."""

import json
import os
import subprocess
import unittest
from pathlib import Path

from window_test import WindowTest, probe


def packets(file, stream):
    answer = subprocess.run(["ffprobe", "-v", "error", "-of", "json", "-show_packets", "-select_streams", stream, str(file)],
                            check=True, capture_output=True)
    return json.loads(answer.stdout)["packets"]


class Overload(WindowTest):
    # A step of the main thread is delayed by what else runs on the core; more than this would be a wait.
    MOST_STALL_MS = 1000
    STEPS = ["preview", "overlays", "pictures"]

    def crowd_one_core(self, gladi, busy_programs):
        """All threads of the program on one core, and others beside them; the X server keeps all cores."""
        core = min(os.sched_getaffinity(0))
        for thread in Path(f"/proc/{gladi.process.pid}/task").iterdir():
            os.sched_setaffinity(int(thread.name), {core})
        for _ in range(busy_programs):
            busy = subprocess.Popen(["taskset", "-c", str(core), "python3", "-c", "while True: pass"])
            self.addCleanup(busy.wait)
            self.addCleanup(busy.kill)

    def test_the_take_stays_whole_and_the_studio_says_what_gives_way(self):
        gladi = self.start("--camera", "test", "--mic", "test", "--lang", "id")
        self.begin_first_take(gladi, "Siti")
        self.crowd_one_core(gladi, 5)
        seen = gladi.wait_until("a step of the ladder", lambda seen: seen["notes"].get("studio.overload", "none") != "none", 120)
        self.assertIn(seen["notes"]["studio.overload"], self.STEPS)
        self.sleep(1)
        self.screenshot("studio-overload")
        gladi.wait_until("the last step", lambda seen: seen["notes"].get("studio.overload") == "pictures", 60)
        self.sleep(6)
        gladi.key("m")  # it still listens
        journal = self.sessions(gladi)[0] / "journal.jsonl"
        gladi.wait_until("the mark", lambda _: "marker_set" in journal.read_text(), 60)
        self.screenshot("studio-overload-last")
        stall = int(gladi.note("app.longest_stall_ms"))
        gladi.key("F9")
        gladi.wait_screen("review", 180)

        session = self.sessions(gladi)[0]
        gladi.wait_until("the final file", lambda _: json.loads((session / "session.json").read_text())["state"] == "ready", 120)
        told = json.loads((session / "session.json").read_text())
        events = [json.loads(line) for line in (session / "journal.jsonl").read_text().splitlines()]
        self.assertEqual([event["step"] for event in events if event["type"] == "overload"], self.STEPS)

        pictures = packets(session / "take.mp4", "v")
        self.assertEqual(len(pictures), told["counters"]["frames"])
        for number, packet in enumerate(pictures):
            self.assertAlmostEqual(float(packet["pts_time"]), number / 30, places=3)
        sound = packets(session / "take.mp4", "a")
        for number, packet in enumerate(sound):
            self.assertEqual(packet["pts"], number * 1024)
        self.assertEqual(told["counters"]["dropped_blocks"], 0)
        self.assertEqual(told["counters"]["sound_gaps"], 0)
        length = float(probe(session / "take.mp4")["format"]["duration"])
        self.assertAlmostEqual(len(sound) * 1024 / 48000, length, delta=0.1)
        print(f"longest stall of the window: {stall} ms; counters: {told['counters']}")
        self.assertLess(stall, self.MOST_STALL_MS)
        self.assertEqual(gladi.close(), 0)


class SmallScreen(Overload):
    size = (1024, 768)


if __name__ == "__main__":
    unittest.main()
