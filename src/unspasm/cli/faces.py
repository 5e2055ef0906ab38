"""Which face to start, and starting it."""

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit, exit_of
from unspasm.cli.streams import complain, one_line
from unspasm.domain.urgency import Urgency
from unspasm.journeys.door import guest_house, open_house, suggested_country
from unspasm.journeys.house import House
from unspasm.paths import content_folder, data_folder, settings_file
from unspasm.settings import SettingsFile
from unspasm.words import Words, WordsError, read_words
from unspasm.words.settings_words import comments

if TYPE_CHECKING:
    from unspasm.catalogue import ContentFaultsError
    from unspasm.cues import Cues
    from unspasm.flows.errand import StretchErrand
    from unspasm.journeys.gate_flow import Outcome
    from unspasm.journeys.packs import PackPlan
    from unspasm.plain.app import PlainApp
    from unspasm.plain.lines import Lines


def start_app(*, plain: bool) -> int:
    """Start the whole app, on the face that fits this terminal."""
    if not plain and not _has_terminal():
        return _in_house(_print_home)
    return _in_house(lambda house, words: _run_face(house, words, plain=plain))


def start_check(*, plain: bool, guest: bool) -> int:
    """Start a check, on the face that fits this terminal."""

    def run(house: House, words: Words) -> int:
        check = _check_plain if _by_line(house, plain=plain) else _check_full
        return check(house, words, guest=guest)

    return _in_house(run, guest=guest)


def start_pack(plan: "PackPlan", *, minutes_given: bool, plain: bool) -> int:
    """Start a pack, on the face that fits this terminal."""

    def run(house: House, words: Words) -> int:
        minutes = plan.minutes if minutes_given else house.settings.now.pack_minutes
        pack = replace(plan, minutes=minutes)
        if _by_line(house, plain=plain):
            return _pack_plain(house, words, pack, minutes_given=minutes_given)
        return _pack_full(house, words, pack)

    return _in_house(run)


def start_stretch(
    errand: "StretchErrand",
    *,
    plain: bool,
    first: Callable[[House, Words], int | None] = lambda _house, _words: None,
) -> int:
    """Start a session, on the face that fits this terminal.

    Args:
        errand: which.
        plain: line by line in any case.
        first: looks at the house before; an exit code from it ends the command.
    """

    def run(house: House, words: Words) -> int:
        code = first(house, words)
        if code is not None:
            return code
        by_line = _by_line(house, plain=plain)
        return (_stretch_plain if by_line else _stretch_full)(house, words, errand)

    return _in_house(run)


def start_in_house(do: Callable[[House, Words], int]) -> int:
    """Do something that needs record, content and words, but no face."""
    return _in_house(do)


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _by_line(house: House, *, plain: bool) -> bool:
    """Whether it goes line by line: asked for, preferred, or all that is possible here."""
    prefers = house.settings.now.face == "plain" and not _wants_full()
    return plain or prefers or _wants_plain() or not _has_terminal()


def _run_face(house: House, words: Words, *, plain: bool) -> int:
    """Start the whole app. Where nobody has said which face, ask: one line, before any screen."""
    if not (plain or _wants_plain() or _wants_full() or house.settings.now.face):
        face = _asked_for_face(words)
        if face is None:
            return Exit.DONE
        if face:
            house.settings.change(face=face)
    return _run_plain(house, words) if _by_line(house, plain=plain) else _run_full(house, words)


def _asked_for_face(words: Words) -> str | None:
    """Ask for the face; return nothing known if the input ends, and `None` if the person quits."""
    question = words.welcome.face_ask
    while True:
        print(question, flush=True)
        line = sys.stdin.readline()
        if not line:
            return ""
        match line.strip().casefold():
            case "":
                return "full"
            case "p":
                return "plain"
            case "q":
                return None
        question = f"{words.welcome.face_again} {words.welcome.face_ask}"


def _wants_full() -> bool:
    return os.environ.get("UNSPASM_PLAIN") == "0"


def _wants_plain() -> bool:
    return (os.environ.get("TERM") in {None, "", "dumb"} and os.name == "posix") or (
        os.environ.get("UNSPASM_PLAIN", "") not in {"", "0"}
    )


def _in_house(do: Callable[[House, Words], int], *, guest: bool = False) -> int:
    content = content_folder()
    try:
        words = read_words(content)
        settings = SettingsFile(settings_file(), comments(words.settings))
        house = (
            guest_house(content, settings)
            if guest
            else open_house(content, data_folder(), settings)
        )
        try:
            return do(house, words)
        finally:
            house.close()
    except WordsError as error:
        return complain("unspasm", str(error))
    except _content_faults() as error:
        for fault in error.faults:
            print(one_line(str(fault)), file=sys.stderr)
        return complain("unspasm", "the content has faults")


def _content_faults() -> "type[ContentFaultsError]":
    """What a fault of the content raises; looked up only then, for it brings pydantic along."""
    from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415

    return ContentFaultsError


def _print_home(house: House, words: Words) -> int:
    from unspasm.plain.home import home_lines  # noqa: PLC0415
    from unspasm.plain.lines import Lines  # noqa: PLC0415

    lines = Lines()
    lines.say(words.app.name, words.app.purpose, words.app.limits, "")
    spasm = house.spasm_now(read_content=False)
    lines.say_all(home_lines(words, house, house.home(), spasm))
    lines.say("", words.home.commands_heading, *(f"  {one}" for one in words.home.commands))
    return Exit.DONE


def _run_plain(house: House, words: Words) -> int:
    from unspasm.plain.lines import EndOfInputError  # noqa: PLC0415

    def talk(app: "PlainApp", lines: "Lines") -> int:
        try:
            app.run()
        except EndOfInputError:
            if app.asking:
                lines.say(words.plain.end_of_input)
                return Exit.NOT_FINISHED
            app.say_goodbye()
        return Exit.DONE

    return _talking(house, words, talk)


def _pack_plain(house: House, words: Words, plan: "PackPlan", *, minutes_given: bool) -> int:
    from unspasm.plain.lines import EndOfInputError  # noqa: PLC0415

    def talk(app: "PlainApp", lines: "Lines") -> int:
        try:
            return _exit_of(app.pack(plan, minutes_given=minutes_given))
        except EndOfInputError:
            if app.asking:
                lines.say(words.plain.end_of_input)
            return Exit.NOT_FINISHED

    return _talking(house, words, talk)


class _SignalledError(Exception):
    """A signal asks the program to end."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


def _talking(house: House, words: Words, talk: "Callable[[PlainApp, Lines], int]") -> int:
    """Talk line by line with all cues, and give the window its title back however that ends."""
    from unspasm.plain.app import PlainApp  # noqa: PLC0415
    from unspasm.plain.lines import Lines  # noqa: PLC0415
    from unspasm.signals import leaving_on_signals  # noqa: PLC0415

    def leave(code: int) -> None:
        raise _SignalledError(code)

    gc.enable()
    lines, cues = Lines(), _cues(house)
    first = house.settings.first_start and _has_terminal()
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


def _stretch_plain(house: House, words: Words, errand: "StretchErrand") -> int:
    from unspasm.plain.lines import EndOfInputError  # noqa: PLC0415

    def talk(app: "PlainApp", _lines: "Lines") -> int:
        try:
            return _exit_of(app.stretch(errand.routine, now=errand.now))
        except EndOfInputError:
            return Exit.NOT_FINISHED

    return _talking(house, words, talk)


def _stretch_full(house: House, words: Words, errand: "StretchErrand") -> int:
    from unspasm.app import UnspasmApp  # noqa: PLC0415
    from unspasm.cues import find_voice  # noqa: PLC0415

    app = UnspasmApp(house, words, suggested_country(), errand, find_voice())
    return app.start() or _exit_of(app.outcome)


def _exit_of(outcome: "Outcome | None") -> int:
    return {"done": Exit.DONE, "refused": Exit.REFUSED}.get(
        outcome.value if outcome else "", Exit.NOT_FINISHED
    )


def _cues(house: House) -> "Cues":
    from unspasm.cues import Cues, find_voice, to_terminal  # noqa: PLC0415
    from unspasm.journeys.sounds import sound_of  # noqa: PLC0415

    now = house.settings.now
    return Cues(
        to_terminal(sys.stdout),
        find_voice(),
        sound=sound_of(now, plain=True),
        quiet=house.is_quiet,
    )


def _check_plain(house: House, words: Words, *, guest: bool) -> int:
    from unspasm.plain.app import PlainApp  # noqa: PLC0415
    from unspasm.plain.lines import EndOfInputError, Lines  # noqa: PLC0415

    lines = Lines()
    app = PlainApp(house, words, lines, suggested_country())
    try:
        urgency = app.check(guest=guest)
    except EndOfInputError:
        lines.say(words.plain.end_of_input)
        return Exit.NOT_FINISHED
    return _exit_after(urgency)


def _exit_after(urgency: Urgency | None) -> int:
    return Exit.NOT_FINISHED if urgency is None else exit_of(urgency)


def _run_full(house: House, words: Words) -> int:
    from unspasm.app import UnspasmApp  # noqa: PLC0415
    from unspasm.cues import find_voice  # noqa: PLC0415

    return UnspasmApp(house, words, suggested_country(), None, find_voice()).start()


def _pack_full(house: House, words: Words, plan: "PackPlan") -> int:
    from unspasm.app import UnspasmApp  # noqa: PLC0415
    from unspasm.cues import find_voice  # noqa: PLC0415

    country = suggested_country()
    app = UnspasmApp(house, words, country, plan, find_voice())
    return app.start() or _exit_of(app.outcome)


def _check_full(house: House, words: Words, *, guest: bool) -> int:
    from unspasm.app import UnspasmApp  # noqa: PLC0415
    from unspasm.flows.errand import CheckErrand  # noqa: PLC0415

    app = UnspasmApp(house, words, suggested_country(), CheckErrand(guest))
    stopped = app.start()
    return stopped or _exit_after(app.care.urgency)
