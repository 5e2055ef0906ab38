"""Somebody at the plain face whose every line, and every wait, is written down beforehand."""

from collections.abc import Iterator
from io import StringIO
from queue import SimpleQueue

from tests.journeys.houses import FakeClock
from tests.plain.talking import WORDS, assert_harmless, lines_of

from unspasm.cues import Cues
from unspasm.journeys.gate_flow import Outcome
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan
from unspasm.plain.app import PlainApp
from unspasm.plain.lines import EndOfInputError, Lines

Step = str | float | type[KeyboardInterrupt]
"""A line that is typed, seconds in which nothing is, or Ctrl-C."""


class Script(Lines):
    """Lines that come as they are written down. After the last one the input ends."""

    def __init__(self, clock: FakeClock, *steps: Step) -> None:
        self.target = StringIO()
        super().__init__(StringIO(), self.target)
        self._read = SimpleQueue()  # so that every wait passes through `ask_within`
        self._clock = clock
        self.steps: Iterator[Step] = iter(steps)

    def ask_within(self, _seconds: float) -> str | None:
        """Do what comes next."""
        match next(self.steps, None):
            case None:
                raise EndOfInputError
            case str(line):
                return line.strip()
            case float(seconds):
                self._clock.advance(seconds)
                return None
            case _:
                raise KeyboardInterrupt


class PackTalk:
    """A conversation about packs."""

    def __init__(self, house: House, clock: FakeClock) -> None:
        self.house = house
        self.clock = clock
        self.sent: list[str] = []
        """What was sent to the terminal besides the lines."""
        self.ended_by_end_of_input = False
        self.outcome: Outcome | None = None

    def pack(self, plan: PackPlan, *steps: Step, minutes_given: bool = False) -> list[str]:
        """Lead to a pack; return the lines that were printed."""
        return self._have(plan, steps, minutes_given=minutes_given)

    def app(self, *steps: Step) -> list[str]:
        """Use the whole app; return the lines that were printed."""
        return self._have(None, steps)

    def _have(
        self, plan: PackPlan | None, steps: tuple[Step, ...], *, minutes_given: bool = False
    ) -> list[str]:
        script = Script(self.clock, *steps)
        cues = Cues(self.sent.append, None, {"TERM": "xterm"})
        app = PlainApp(self.house, WORDS, script, None, cues)
        self.ended_by_end_of_input, self.outcome = False, None
        try:
            if plan is None:
                app.run()
            else:
                self.outcome = app.pack(plan, minutes_given=minutes_given)
        except EndOfInputError:
            self.ended_by_end_of_input = True
        said = script.target.getvalue()
        assert_harmless(said)
        rest = list(script.steps)
        assert not rest, f"was not typed: {rest}; after\n{said}"
        return lines_of(said)

    @property
    def bells(self) -> int:
        """How often the bell has rung."""
        return sum(text == "\a" for text in self.sent)
