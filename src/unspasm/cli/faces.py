"""Which face to start, and starting it."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from unspasm.cli.exits import Exit, exit_of_check, exit_of_outcome
from unspasm.cli.streams import complain, has_terminal, one_line
from unspasm.journeys.door import guest_house, open_house, suggested_country
from unspasm.journeys.house import House
from unspasm.paths import content_folder, data_folder, settings_file
from unspasm.settings import SettingsFile
from unspasm.words import Words, WordsError, read_words
from unspasm.words.settings_words import comments

if TYPE_CHECKING:
    from unspasm.catalogue import ContentFaultsError
    from unspasm.flows.errand import StretchErrand
    from unspasm.journeys.packs import PackPlan


def start_app(*, plain: bool) -> int:
    """Start the whole app, on the face that fits this terminal."""
    if not plain and not has_terminal():
        from unspasm.cli.by_line import print_home  # noqa: PLC0415

        return _in_house(print_home)
    return _in_house(lambda house, words: _run_face(house, words, plain=plain))


def start_check(*, plain: bool, guest: bool) -> int:
    """Start a check, on the face that fits this terminal."""

    def run(house: House, words: Words) -> int:
        if _goes_by_line(house, plain=plain):
            from unspasm.cli import by_line  # noqa: PLC0415

            return by_line.check(house, words, guest=guest)
        return _check_full(house, words, guest=guest)

    return _in_house(run, guest=guest)


def start_pack(plan: "PackPlan", *, minutes_given: bool, plain: bool) -> int:
    """Start a pack, on the face that fits this terminal."""

    def run(house: House, words: Words) -> int:
        minutes = plan.minutes if minutes_given else house.settings.now.pack_minutes
        pack = replace(plan, minutes=minutes)
        if _goes_by_line(house, plain=plain):
            from unspasm.cli import by_line  # noqa: PLC0415

            return by_line.pack(house, words, pack, minutes_given=minutes_given)
        return _lead_full(house, words, pack)

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
        if _goes_by_line(house, plain=plain):
            from unspasm.cli import by_line  # noqa: PLC0415

            return by_line.stretch(house, words, errand)
        return _lead_full(house, words, errand)

    return _in_house(run)


def start_in_house(do: Callable[[House, Words], int]) -> int:
    """Do something that needs record, content and words, but no face."""
    return _in_house(do)


def _goes_by_line(house: House, *, plain: bool) -> bool:
    """Whether it goes line by line: asked for, preferred, or all that is possible here."""
    prefers = house.settings.now.face == "plain" and not _wants_full()
    return plain or prefers or _wants_plain() or not has_terminal()


def _run_face(house: House, words: Words, *, plain: bool) -> int:
    """Start the whole app. Where nobody has said which face, ask: one line, before any screen."""
    if not (plain or _wants_plain() or _wants_full() or house.settings.now.face):
        face = _asked_for_face(words)
        if face is None:
            return Exit.DONE
        if face:
            house.settings.change(face=face)
    if _goes_by_line(house, plain=plain):
        from unspasm.cli import by_line  # noqa: PLC0415

        return by_line.run(house, words)
    return _run_full(house, words)


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


def _run_full(house: House, words: Words) -> int:
    from unspasm.app import UnspasmApp  # noqa: PLC0415
    from unspasm.cues import find_voice  # noqa: PLC0415

    return UnspasmApp(house, words, suggested_country(), None, find_voice()).start()


def _lead_full(house: House, words: Words, errand: "PackPlan | StretchErrand") -> int:
    from unspasm.app import UnspasmApp  # noqa: PLC0415
    from unspasm.cues import find_voice  # noqa: PLC0415

    app = UnspasmApp(house, words, suggested_country(), errand, find_voice())
    return app.start() or exit_of_outcome(app.outcome)


def _check_full(house: House, words: Words, *, guest: bool) -> int:
    from unspasm.app import UnspasmApp  # noqa: PLC0415
    from unspasm.flows.errand import CheckErrand  # noqa: PLC0415

    app = UnspasmApp(house, words, suggested_country(), CheckErrand(guest))
    stopped = app.start()
    return stopped or exit_of_check(app.care.urgency)
