"""A number being typed, with no field that would swallow other keys."""

from unspasm.widgets.text import Plain

_LONGEST = 7


class NumberLine(Plain):
    """The digits so far."""

    DEFAULT_CSS = """
    NumberLine { text-style: bold; margin-bottom: 1; }
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._fresh = bool(text)
        """What stands there was filled in; the first digit replaces it."""
        super().__init__(self._shown())

    @property
    def value(self) -> float | None:
        """The number, or `None` while there is none."""
        try:
            return float(self._text)
        except ValueError:
            return None

    def add(self, sign: str) -> None:
        """Type a digit or a point."""
        text = "" if self._fresh else self._text
        if len(text) < _LONGEST and not (sign == "." and "." in text):
            self._text, self._fresh = text + sign, False
        self.say(self._shown())

    def rub_out(self) -> None:
        """Rub out the last one."""
        self._text, self._fresh = self._text[:-1], False
        self.say(self._shown())

    def again(self) -> None:
        """Let the next digit replace what stands there."""
        self._fresh = True

    def _shown(self) -> str:
        return f"> {self._text}_"
