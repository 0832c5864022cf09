"""The two ways to reach a button: with the mouse, and with the keyboard alone."""


class Hand:
    """How a person reaches what she wants."""

    def __init__(self, gladi):
        self.gladi = gladi


class Mouse(Hand):
    def press(self, name):
        self.gladi.click(name)

    def tick(self, name):
        self.gladi.click(name)

    def enter(self, beside, key):
        pass

    # Each of these is a key for the other hand.
    def leave(self, button):
        self.gladi.click(button)

    def do(self, button, key):
        self.gladi.click(button)


class Keyboard(Hand):
    """Arrow keys go from button to button, as the eye sees them lie."""

    def key(self, name):
        """Pressed, and what it does can be seen: who presses on without looking presses something else."""
        pressed = lambda seen: int(seen["notes"].get("app.keys", "0"))
        before = pressed(self.gladi.look())
        self.gladi.key(name)
        self.gladi.wait_until(f"what {name} does", lambda seen: pressed(seen) > before)

    def go_to(self, name):
        tried = set()
        for _ in range(40):
            seen = self.gladi.wait_widget(name)
            at, wanted = seen["notes"].get("app.focus"), seen["widgets"][name]
            if at == name:
                return
            here = seen["widgets"].get(at)
            for key in self.ways(here, wanted):
                if (at, key) not in tried:
                    break
            tried.add((at, key))
            self.key(key)
        raise AssertionError(f"the keyboard doesn't reach {name}; it was at {sorted(tried, key=str)}")

    @staticmethod
    def ways(here, wanted):
        """The arrow keys, the most promising first."""
        if here is None:
            return ["Down", "Right", "Up", "Left"]
        middle = lambda box: (box["x"] + box["w"] / 2, box["y"] + box["h"] / 2)
        across, down = (b - a for a, b in zip(middle(here), middle(wanted)))
        sideways = ["Right" if across > 0 else "Left"]
        upright = ["Down" if down > 0 else "Up"]
        same_row = abs(down) < here["h"] / 2
        first, second = (sideways, upright) if same_row else (upright, sideways)
        rest = [key for key in ("Down", "Right", "Up", "Left") if key not in first + second]
        return first + second + rest

    def press(self, name):
        self.go_to(name)
        self.key("Return")

    def tick(self, name):
        self.go_to(name)
        self.key("space")

    def enter(self, beside, key):
        """Into a list that scrolls, from what lies beside it."""
        self.go_to(beside)
        self.key(key)

    def leave(self, button):
        self.key("Escape")

    def do(self, button, key):
        self.gladi.wait_widget(button)
        self.key(key)
