"""Two windows on one library: the first rehearses, the second looks on and takes over when the first is closed."""

import unittest

from window_test import WindowTest


class TwoWindows(WindowTest):
    def test_the_second_looks_on_until_the_first_is_closed(self):
        first = self.start("--camera", "demo", "--mic", "demo")
        first.wait_screen("home")
        first.wait_note("home.kept_away", "no")

        second = self.start("--camera", "demo", "--mic", "demo")
        second.wait_screen("home")
        second.wait_note("home.kept_away", "yes")
        self.sleep(1)
        self.screenshot("home-second-window")

        first.process.terminate()  # which of the two would get Ctrl+Q is up to the X server
        self.assertEqual(first.process.wait(15), 0)
        second.wait_note("home.kept_away", "no")
        self.sleep(1)
        self.screenshot("home-second-window-takes-over")
        self.begin_first_take(second, "Siti")
        self.assertEqual(second.close(), 0)

    def test_a_killed_window_keeps_nobody_away(self):
        first = self.start("--camera", "demo", "--mic", "demo")
        first.wait_screen("home")
        first.kill()
        second = self.start("--camera", "demo", "--mic", "demo")
        second.wait_screen("home")
        second.wait_note("home.kept_away", "no")


class TwoWindowsSmall(WindowTest):
    size = (1024, 768)

    def test_the_second_says_so(self):
        first = self.start("--camera", "demo", "--mic", "demo")
        first.wait_screen("home")
        second = self.start("--camera", "demo", "--mic", "demo", "--lang", "id")
        second.wait_note("home.kept_away", "yes")
        self.sleep(1)
        self.screenshot("home-second-window")


if __name__ == "__main__":
    unittest.main(verbosity=2)
