"""The face that speaks line by line: each of its conversations, from start to exit code."""

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit, exit_of_check, exit_of_outcome
from unspasm.cli.streams import has_terminal
from unspasm.cues import Cues, find_voice, to_terminal
from unspasm.journeys.door import suggested_country
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan
from unspasm.journeys.sounds import sound_of
from unspasm.plain.app import PlainApp
from unspasm.plain.home import home_lines
from unspasm.plain.lines import EndOfInputError, Lines
from unspasm.signals import leaving_on_signals
from unspasm.words import Words

if TYPE_CHECKING:
    from unspasm.flows.errand import StretchErrand


def print_home(house: House, words: Words) -> int:
    """Print how things stand, and the commands that work without a terminal."""
    lines = Lines()
    lines.say(words.app.name, words.app.purpose, words.app.limits, "")
    spasm = house.spasm_now(read_content=False)
    lines.say_all(home_lines(words, house, house.home(), spasm))
    lines.say("", words.home.commands_heading, *(f"  {one}" for one in words.home.commands))
    return Exit.DONE


def run(house: House, words: Words) -> int:
    """Use the whole app; return the exit code."""

    def talk(app: PlainApp, lines: Lines) -> int:
        try:
            app.run()
        except EndOfInputError:
            if app.asking:
                lines.say(words.plain.end_of_input)
                return Exit.NOT_FINISHED
            app.say_goodbye()
        return Exit.DONE

    return _talking(house, words, talk)


def check(house: House, words: Words, *, guest: bool) -> int:
    """Go through a check; return the exit code."""
    lines = Lines()
    app = PlainApp(house, words, lines, suggested_country())
    try:
        urgency = app.check(guest=guest)
    except EndOfInputError:
        lines.say(words.plain.end_of_input)
        return Exit.NOT_FINISHED
    return exit_of_check(urgency)


def pack(house: House, words: Words, plan: PackPlan, *, minutes_given: bool) -> int:
    """Lead to a pack; return the exit code."""

    def talk(app: PlainApp, lines: Lines) -> int:
        try:
            return exit_of_outcome(app.pack(plan, minutes_given=minutes_given))
        except EndOfInputError:
            if app.asking:
                lines.say(words.plain.end_of_input)
            return Exit.NOT_FINISHED

    return _talking(house, words, talk)


def stretch(house: House, words: Words, errand: "StretchErrand") -> int:
    """Lead to a session; return the exit code."""

    def talk(app: PlainApp, _lines: Lines) -> int:
        try:
            return exit_of_outcome(app.stretch(errand.routine, now=errand.now))
        except EndOfInputError:
            return Exit.NOT_FINISHED

    return _talking(house, words, talk)


class _SignalledError(Exception):
    """A signal asks the program to end."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


def _talking(house: House, words: Words, talk: Callable[[PlainApp, Lines], int]) -> int:
    """Talk line by line with all cues, and give the window its title back however that ends."""

    def leave(code: int) -> None:
        raise _SignalledError(code)

    gc.enable()
    lines, cues = Lines(), _cues(house)
    first = house.settings.first_start and has_terminal()
    app = PlainApp(house, words, lines, suggested_country(), cues, first_start=first)
    try:
        with leaving_on_signals(leave):
            return talk(app, lines)
    except _SignalledError as signalled:
        return signalled.code
    except KeyboardInterrupt:
        app.say_still_on()
        raise
    finally:
        cues.close()


def _cues(house: House) -> Cues:
    now = house.settings.now
    return Cues(
        to_terminal(sys.stdout),
        find_voice(),
        sound=sound_of(now, plain=True),
        quiet=house.is_quiet,
    )
