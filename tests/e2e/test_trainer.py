"""A trainer behind her PIN: she sees the takes of those who agreed and reviews one; the trainee sees only her own takes, and the
review when it is handed in."""

import json
import unittest

from made_take import EARLIER, TAKE, make_media, make_take
from window_test import WindowTest


class TrainerTest(WindowTest):
    def rehearse(self, gladi, name, may_be_reviewed):
        gladi.wait_note("home.camera", "live")
        gladi.click("home.new_name")
        gladi.wait_screen("home.name")
        gladi.type(name)
        if may_be_reviewed:
            gladi.click("home.name.review")
        gladi.click("home.name.save")
        gladi.wait_screen("home")
        gladi.click("home.start")
        gladi.wait_note("studio.phase", "recording")
        self.sleep(3)
        gladi.key("F9")
        gladi.wait_screen("feedback", 120)
        gladi.key("Escape")
        gladi.wait_screen("library")

    def takes_shown(self, gladi):
        self.sleep(0.5)
        return sorted(name for name in gladi.look()["widgets"] if name.startswith("library.take."))

    def become_trainer(self, gladi):
        gladi.click("library.trainer")
        gladi.wait_screen("library.trainer")
        gladi.type("Bu Sri")
        gladi.click("library.trainer.pin")
        gladi.type("4711")
        gladi.click("library.trainer.again")
        gladi.type("4711")
        self.screenshot("trainer-new")
        gladi.click("library.trainer.open")
        gladi.wait_note("library.trainer", "Bu Sri")

    def review(self, gladi, take):
        gladi.click("library.take." + take.name)
        gladi.wait_note("review.state", "paused")
        self.assertEqual(gladi.note("review.scores"), "0")
        gladi.click("review.score.opening.4")
        gladi.wait_note("review.scores", "1")
        gladi.click("review.score_here")
        gladi.click("review.score.demo.2")
        gladi.wait_note("review.scores", "2")
        gladi.key("c")
        gladi.type("Sapaan hangat")
        gladi.key("Return")
        gladi.wait_note("review.comments", "1")
        self.screenshot("trainer-review")

    def scores(self, take):
        [file] = (take / "reviews").glob("*.json")
        written = json.loads(file.read_text())
        return written["reviewer"]["name"], {one["id"]: one["level"] for one in written["scores"]}, written["finished"]

    def test_a_review_from_pin_to_trainee(self):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", "id")
        gladi.wait_screen("home")
        self.rehearse(gladi, "Ani", may_be_reviewed=True)
        gladi.key("Escape")
        gladi.wait_screen("home")
        self.rehearse(gladi, "Budi", may_be_reviewed=False)
        anis, budis = (take for take in self.sessions(gladi))
        self.assertEqual(self.takes_shown(gladi), ["library.take." + budis.name], "a trainee sees her own takes only")

        self.become_trainer(gladi)
        self.assertEqual(self.takes_shown(gladi), ["library.take." + anis.name], "Budi hasn't agreed")
        self.screenshot("trainer-library")
        self.review(gladi, anis)
        self.assertEqual(self.scores(anis), ("Bu Sri", {"opening": 4, "demo": 2}, False))

        # Before it is handed in nobody else sees it.
        gladi.key("Escape")
        gladi.wait_screen("library")
        gladi.click("library.lock")
        gladi.wait_note("library.trainer", "")
        self.assertEqual(self.takes_shown(gladi), ["library.take." + budis.name])
        gladi.click("library.trainer")
        gladi.wait_screen("library.trainer")
        gladi.type("1234")
        gladi.key("Return")
        gladi.wait_until("the wrong PIN to be told", lambda seen: seen["widgets"].get("library.trainer.open") is not None)
        self.sleep(1)
        self.screenshot("trainer-wrong-pin")
        self.assertEqual(gladi.note("library.trainer"), "")
        gladi.type("4711")
        gladi.key("Return")
        gladi.wait_note("library.trainer", "Bu Sri")
        gladi.click("library.take." + anis.name)
        gladi.wait_note("review.scores", "2")
        gladi.click("review.finish")
        gladi.wait_until("the review to be handed in", lambda _: self.scores(anis)[2])
        gladi.key("Escape")
        gladi.wait_screen("library")
        gladi.click("library.lock")
        gladi.key("Escape")
        gladi.wait_screen("home")

        # Ani sees it, once she has said how she found it herself.
        gladi.click("home.person.Ani")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        self.assertEqual(self.takes_shown(gladi), ["library.take." + anis.name])
        gladi.click("library.take." + anis.name)
        gladi.wait_note("review.state", "paused")
        self.assertEqual(gladi.note("review.comments"), "0")
        gladi.key("h")
        gladi.wait_note("feedback.state", "rating")
        gladi.click("feedback.skip")
        gladi.wait_note("feedback.state", "results")
        self.watch(gladi)
        gladi.wait_note("review.comments", "1")
        self.screenshot("trainee-review")
        self.assertNotIn("review.finish", gladi.look()["widgets"])
        self.assertEqual(gladi.close(), 0)


class WhoSeesWhat(WindowTest):
    """Two people's takes; Siti's has one review that was handed in and one that wasn't."""

    BUDI = ("0a7c6e1e-2222-4222-8333-944455556666", "Budi Santoso")

    def setUp(self):
        super().setUp()
        self.idle_ahead = self.home / "idle-ahead"
        self.ahead(0)
        self.desktop.environment["GLADI_IDLE_AHEAD"] = str(self.idle_ahead)
        media = self.home / "take.mp4"
        make_media(media, 20)
        take = make_take(self.home / "Gladi", 20, media=media)
        make_take(self.home / "Gladi", 20, media=media, name=EARLIER.replace("siti-aminah", "budi"), person=self.BUDI)
        with open(take / "journal.jsonl", "a") as journal:
            journal.write(json.dumps({"at_ns": 20_000_000_000, "type": "self_rated", "level": 2, "wish": ""}) + "\n")
        self.add_review(take, "1", "Bu Ratna", True)
        self.add_review(take, "2", "Pak Yanto", False)

    def ahead(self, seconds):
        """How much longer nobody has touched anything than nobody really has."""
        new = self.idle_ahead.with_suffix(".new")
        new.write_text(str(seconds))
        new.replace(self.idle_ahead)

    def add_review(self, take, number, name, finished):
        reviewer = f"0a7c6e1e-3333-4222-8333-94445555666{number}"
        (take / "reviews").mkdir(exist_ok=True)
        (take / "reviews" / f"{reviewer}.json").write_text(json.dumps({
            "schema_version": 1, "reviewer": {"id": reviewer, "name": name}, "rubric": "live-selling", "finished": finished,
            "comments": [{"id": reviewer.replace("3333", "4444"), "at_ns": 0, "text": name, "written_at": "2026-11-21T02:30:00.000Z"}],
            "scores": [{"id": "demo", "name": {"indonesian": "Peragaan", "english": ""}, "level": 2, "levels": 5,
                        "words": {"indonesian": "Sekilas", "english": ""}, "at_ns": None}]}))

    def open_siti(self, gladi):
        gladi.wait_screen("home")
        gladi.click("home.person.Siti Aminah")
        gladi.click("home.recordings")
        gladi.wait_screen("library")

    def wait_takes(self, gladi, count):
        seen = gladi.wait_until(f"{count} takes", lambda seen: seen["screen"] == "library" and count == sum(
            name.startswith("library.take.") for name in seen["widgets"]))
        return sorted(name for name in seen["widgets"] if name.startswith("library.take."))

    def see_hers_alone(self, gladi, reviews):
        self.assertEqual(self.wait_takes(gladi, 1), ["library.take." + TAKE])
        gladi.click("library.take." + TAKE)
        gladi.wait_note("review.state", "paused")
        gladi.wait_note("review.comments", "1")  # not that of Pak Yanto, who hasn't handed in
        gladi.wait_note("review.given", str(reviews))
        self.assertNotIn("review.finish", gladi.look()["widgets"])
        gladi.key("Escape")
        gladi.wait_screen("library")

    def score_without_being_led(self, gladi):
        """By keys; what Bu Ratna gave is seen once the own scores are handed in."""
        self.wait_takes(gladi, 2)
        gladi.click("library.take." + TAKE)
        gladi.wait_note("review.state", "paused")
        self.assertEqual((gladi.note("review.given"), gladi.note("review.comments")), ("0", "0"))
        gladi.key("ctrl+Down", "ctrl+Down", "ctrl+Down")
        gladi.wait_note("review.criterion", "demo")
        gladi.key("ctrl+3")
        gladi.wait_note("review.scores", "1")
        self.assertEqual((gladi.note("review.given"), gladi.note("review.agreements")), ("0", "0"))
        self.screenshot("trainer-not-led")
        gladi.click("review.finish")
        gladi.wait_note("review.agreements", "1")
        self.assertEqual((gladi.note("review.given"), gladi.note("review.comments")), ("1", "1"))
        self.assertEqual(gladi.note("review.criterion"), "", "the agreement stands there now")
        self.sleep(0.5)
        self.screenshot("trainer-agreement")
        gladi.key("Escape")
        gladi.wait_screen("library")

    def test_a_trainee_sees_her_own_and_a_trainer_is_forgotten_after_ten_idle_minutes(self):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", "id")
        self.open_siti(gladi)
        self.see_hers_alone(gladi, reviews=1)
        TrainerTest.become_trainer(self, gladi)
        self.score_without_being_led(gladi)
        budis = next(name for name in self.wait_takes(gladi, 2) if name != "library.take." + TAKE)
        gladi.click(budis)
        gladi.wait_note("review.state", "paused")

        # Nine minutes and a half are not ten.
        self.ahead(570)
        self.sleep(2)
        self.assertEqual(gladi.look()["screen"], "review")
        self.ahead(601)
        gladi.wait_screen("home")
        self.ahead(0)
        self.open_siti(gladi)
        self.assertEqual(gladi.note("library.trainer"), "")
        self.see_hers_alone(gladi, reviews=2)
        self.assertEqual(gladi.close(), 0)


class TwoTrainers(WindowTest):
    """Both of them made in the window; each reviews one take without being led, then they see how far they agree."""

    def setUp(self):
        super().setUp()
        make_take(self.home / "Gladi", 20, rated=True)

    def open_library(self):
        gladi = self.start("--camera", "demo", "--mic", "demo", "--lang", "id")
        gladi.wait_screen("home")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        return gladi

    def score(self, gladi, level):
        gladi.click("library.take." + TAKE)
        gladi.wait_note("review.state", "paused")
        self.assertEqual((gladi.note("review.given"), gladi.note("review.comments")), ("0", "0"))
        gladi.click(f"review.score.opening.{level}")
        gladi.wait_note("review.scores", "1")
        gladi.click("review.finish")

    def back_to_the_library(self, gladi):
        gladi.key("Escape")
        gladi.wait_screen("library")

    def let_another_one_in(self, gladi, name, pin):
        gladi.click("library.another_trainer")
        gladi.wait_screen("library.trainer")
        gladi.type(name)
        gladi.click("library.trainer.pin")
        gladi.type(pin)
        gladi.click("library.trainer.again")
        gladi.type(pin)
        self.screenshot("trainer-another")
        gladi.click("library.trainer.open")
        gladi.wait_screen("library")
        self.sleep(0.5)
        self.screenshot("trainer-another-is-one")

    def test_two_review_one_take(self):
        gladi = self.open_library()
        self.assertNotIn("library.another_trainer", gladi.look()["widgets"], "only who is a trainer lets others in")
        TrainerTest.become_trainer(self, gladi)
        self.score(gladi, 4)
        self.back_to_the_library(gladi)
        self.screenshot("trainer-header")
        self.let_another_one_in(gladi, "Pak Agus", "0815")
        self.assertEqual(gladi.note("library.trainer"), "Bu Sri", "she stays in trainer mode")
        gladi.click("library.lock")
        gladi.wait_note("library.trainer", "")

        gladi.click("library.trainer")
        gladi.wait_screen("library.trainer")
        gladi.click("library.trainer.who")
        self.screenshot("trainer-two-names")
        gladi.click("library.trainer.who.1")
        gladi.click("library.trainer.pin")
        gladi.type("0815")
        gladi.key("Return")
        gladi.wait_note("library.trainer", "Pak Agus")
        gladi.wait_widget("library.take." + TAKE)
        self.score(gladi, 3)
        gladi.wait_note("review.agreements", "1")
        self.assertEqual(gladi.note("review.given"), "1")
        self.sleep(0.5)
        self.screenshot("trainer-two-agree")
        self.assertEqual(gladi.close(), 0)

    def test_the_first_screen_tells_who_is_a_trainer_and_locks(self):
        gladi = self.open_library()
        TrainerTest.become_trainer(self, gladi)
        gladi.wait_screen("library")
        gladi.wait_widget("library.take." + TAKE)
        gladi.key("Escape")
        gladi.wait_screen("home")
        gladi.wait_note("home.trainer", "Bu Sri")
        self.sleep(0.5)
        self.screenshot("trainer-home")
        gladi.click("home.lock")
        gladi.wait_note("home.trainer", "")
        gladi.click("home.recordings")
        gladi.wait_screen("library")
        self.assertEqual(gladi.note("library.trainer"), "")
        self.assertEqual(gladi.close(), 0)

    def test_who_damages_a_trainers_file_is_no_trainer(self):
        trainers = self.home / "Gladi" / "trainers"
        trainers.mkdir()
        (trainers / "0a7c6e1e-3333-4222-8333-944455556661.json").write_text("{")
        gladi = self.open_library()
        gladi.click("library.trainer")
        gladi.wait_screen("library.trainer")
        self.sleep(0.5)
        self.screenshot("trainer-damaged")
        self.assertNotIn("library.trainer.open", gladi.look()["widgets"])
        gladi.key("Escape")
        gladi.wait_screen("library")
        self.assertEqual(gladi.close(), 0)


class TwoTrainersOnASmallScreen(TwoTrainers):
    size = (1024, 768)


class OnASmallScreen(TrainerTest):
    size = (1024, 768)


if __name__ == "__main__":
    unittest.main(verbosity=2)
