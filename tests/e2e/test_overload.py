"""A rehearsal on a computer that can't keep up: one core for the program, and another program on the same core."""

import json
import os
import subprocess
import unittest

from window_test import WindowTest, probe


def packets(file, stream):
    answer = subprocess.run(["ffprobe", "-v", "error", "-of", "json", "-show_packets", "-select_streams", stream, str(file)],
                            check=True, capture_output=True)
    return json.loads(answer.stdout)["packets"]


class Overload(WindowTest):
    # A step of the main thread may be delayed by what else runs on the core; more than this would be a wait.
    MOST_STALL_MS = 1000

    def setUp(self):
        super().setUp()
        cores = os.sched_getaffinity(0)
        self.addCleanup(os.sched_setaffinity, 0, cores)
        os.sched_setaffinity(0, {min(cores)})  # the program and what it starts; the X server has all of them

    def busy_programs(self, number):
        for _ in range(number):
            busy = subprocess.Popen(["python3", "-c", "while True: pass"])
            self.addCleanup(busy.wait)
            self.addCleanup(busy.kill)

    def test_the_take_stays_whole_and_the_studio_says_what_gives_way(self):
        gladi = self.start("--camera", "test", "--mic", "test", "--lang", "id")
        self.begin_first_take(gladi, "Siti")
        self.busy_programs(3)
        seen = gladi.wait_until("a step of the ladder", lambda seen: seen["notes"].get("studio.overload", "none") != "none", 60)
        self.assertIn(seen["notes"]["studio.overload"], ["preview", "overlays", "pictures"])
        self.sleep(1)
        self.screenshot("studio-overload")
        gladi.wait_until("the last step", lambda seen: seen["notes"].get("studio.overload") == "pictures", 60)
        gladi.key("m")  # it still listens
        self.sleep(2)
        self.screenshot("studio-overload-last")
        stall = int(gladi.note("app.longest_stall_ms"))
        gladi.key("F9")
        gladi.wait_screen("review", 60)

        session = self.sessions(gladi)[0]
        gladi.wait_until("the final file", lambda _: json.loads((session / "session.json").read_text())["state"] == "ready", 120)
        told = json.loads((session / "session.json").read_text())
        events = [json.loads(line) for line in (session / "journal.jsonl").read_text().splitlines()]
        self.assertEqual([event["step"] for event in events if event["type"] == "overload"],
                         ["preview", "overlays", "pictures"])
        self.assertTrue([event for event in events if event["type"] == "marker_set"])

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
