"""`unspasm doctor`: what works on this computer and in this terminal. It changes nothing."""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import TextIO

from unspasm import __version__, clock
from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, one_line
from unspasm.cues import Cues, Note, Voice, find_voice, note_of, to_terminal
from unspasm.journal.survey import survey
from unspasm.paths import content_folder, data_folder, settings_file
from unspasm.settings import Settings, SettingsFile
from unspasm.words import DoctorWords, JournalWords, SettingsWords, WordsError, read_words

_PREFIX = "UNSPASM_"
_MOST_SHOWN = 200
"""Characters of a value that somebody else has set."""
_SLEEP_CLOCKS = {
    "linux": "CLOCK_BOOTTIME",
    "darwin": "CLOCK_MONOTONIC_RAW",
    "win32": "time.monotonic",
}
"""What Python calls the clock that goes on while the computer sleeps, by platform."""


@dataclass(frozen=True)
class _Fact:
    """One line of the report."""

    text: str
    look: bool = False
    """The person should know of it."""


def run_doctor(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    try:
        all_words = read_words(content_folder())
    except WordsError as error:
        complain("unspasm doctor", str(error))
        return Exit.NOT_FINISHED
    words = all_words.doctor
    looks = [
        _print_part(words, heading, facts)
        for heading, facts in (
            (words.program, _program(words)),
            (words.terminal, _terminal(words)),
            (words.sound, _sound(words, try_it=arguments.sound)),
            (words.clocks, _clocks(words)),
            (words.settings, _settings(words, all_words.settings)),
            (words.record, _record(words, all_words.journal)),
            (words.content, _content(words)),
            (words.variables, _variables(words)),
        )
    ]
    print(one_line(words.done_look if any(looks) else words.done))
    return Exit.NOT_FINISHED if any(looks) else Exit.DONE


def _print_part(words: DoctorWords, heading: str, facts: Iterator[_Fact]) -> bool:
    """Print a part of the report as it is found; return whether anything in it needs a look."""
    print(one_line(heading))
    look = False
    for fact in facts:
        text = words.look.format(what=fact.text) if fact.look else fact.text
        print(one_line(f"  {text}"))
        look = look or fact.look
    print()
    return look


def _program(words: DoctorWords) -> Iterator[_Fact]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield _Fact(words.version.format(version=__version__, python=python, system=sys.platform))


# --- the terminal ---------------------------------------------------------------------------------


def _terminal(words: DoctorWords) -> Iterator[_Fact]:
    types, prints = sys.stdin.isatty(), sys.stdout.isatty()
    yield _Fact(words.types_into if types else words.types_elsewhere)
    yield _Fact(words.prints_to if prints else words.prints_elsewhere)
    term = os.environ.get("TERM")
    yield _Fact(words.term.format(term=_shown(term)) if term else words.term_none)
    if size := _size(sys.stdout):
        yield _Fact(words.size.format(columns=size.columns, rows=size.lines))
    for variable, name in (("TMUX", "tmux"), ("STY", "screen")):
        if os.environ.get(variable):
            yield _Fact(words.inside.format(name=name))
    yield _Fact(_colours(words))
    yield _Fact(_face(words, has_terminal=types and prints))


def _size(stream: TextIO) -> os.terminal_size | None:
    """How large the window is, if there is one. One that does not know says 0."""
    try:
        size = os.get_terminal_size(stream.fileno())
    except OSError:
        return None
    return size if size.columns and size.lines else None


def _colours(words: DoctorWords) -> str:
    """How many colours the full screen would use here."""
    term = os.environ.get("TERM", "").lower()
    if os.environ.get("NO_COLOR"):
        return words.colours_off
    if term in {"dumb", "unknown"} or (not term and os.name == "posix"):
        return words.colours_none
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return words.colours_all
    if not term:
        return words.colours_console
    return words.colours_256 if term.endswith(("256color", "kitty")) else words.colours_16


def _face(words: DoctorWords, *, has_terminal: bool) -> str:
    """Which face `unspasm` would start here, as `faces` decides."""
    asked = os.environ.get("UNSPASM_PLAIN", "")
    if not has_terminal:
        return words.face_home
    if asked not in {"", "0"}:
        return words.face_plain_asked
    if os.name == "posix" and os.environ.get("TERM", "") in {"", "dumb"}:
        return words.face_plain_term
    preferred = "full" if asked else SettingsFile(settings_file()).now.face
    return words.face_plain_setting if preferred == "plain" else words.face_full


# --- sound ----------------------------------------------------------------------------------------


def _sound(words: DoctorWords, *, try_it: bool) -> Iterator[_Fact]:
    voice, note = find_voice(), note_of(os.environ)
    yield _Fact(words.bell)
    yield _Fact(words.voice.format(name=voice.name) if voice else words.voice_none)
    code = note.name.replace("_", " ")
    yield _Fact(words.note_none if note is Note.NONE else words.note.format(code=code))
    if note is not Note.NONE and os.environ.get("TMUX"):
        yield _Fact(words.note_tmux)
    yield _Fact(words.second_alarm)
    if try_it:
        yield from _tried(words, voice)


def _tried(words: DoctorWords, voice: Voice | None) -> Iterator[_Fact]:
    """Ring the bell and speak one sentence, as an alarm would."""
    cues = Cues(to_terminal(sys.stdout), voice)
    try:
        cues.give(words.try_words, alarm=True)
        yield _Fact(words.try_bell if sys.stdout.isatty() else words.try_bell_not)
        if voice:
            yield _Fact(words.try_voice.format(words=words.try_words))
            sys.stdout.flush()
            if not voice.finish():
                yield _Fact(words.try_voice_failed, look=True)
    finally:
        cues.close()


# --- clocks ---------------------------------------------------------------------------------------


def _clocks(words: DoctorWords) -> Iterator[_Fact]:
    moment = clock.now()
    offset = str(timezone(moment.utc_offset))
    yield _Fact(words.wall.format(time=f"{moment.lived:%Y-%m-%d %H:%M:%S}", offset=offset))
    name = _SLEEP_CLOCKS.get(sys.platform)
    run_for = timedelta(seconds=int(moment.boot))
    yield _Fact(
        words.sleep_clock.format(name=name, time=run_for) if name else words.sleep_clock_none
    )
    yield _Fact(words.starts if clock.boot_id() else words.starts_none)


# --- settings -------------------------------------------------------------------------------------


def _settings(words: DoctorWords, said: SettingsWords) -> Iterator[_Fact]:
    """Where the settings stand, and what in them cannot be used."""
    file = SettingsFile(settings_file())
    there = file.path is not None and file.path.exists()
    yield _Fact((words.settings_file if there else words.settings_none).format(file=file.path))
    if file.now.keys or file.now.theme != Settings().theme:
        from unspasm.app import UnspasmApp  # noqa: PLC0415 - only the full screen can tell
        from unspasm.flows.settings import refuse_unknown  # noqa: PLC0415

        refuse_unknown(file, UnspasmApp, said)
    for fault in file.faults:
        yield _Fact(str(fault), look=True)


# --- record and content ---------------------------------------------------------------------------


def _record(words: DoctorWords, troubles: JournalWords) -> Iterator[_Fact]:
    folder = data_folder()
    found = survey(folder)
    yield _Fact(words.folder.format(folder=folder))
    if found.size:
        yield _Fact(words.file.format(size=found.size))
    elif found.entries is not None:
        yield _Fact(words.nothing_kept)
    if found.writable:
        yield _Fact(words.can_write)
    if found.size and found.entries is not None:
        yield _Fact(words.entries.format(count=found.entries))
        yield _Fact(words.unfinished.format(count=found.unfinished))
    if found.damaged:
        yield _Fact(words.damaged, look=True)
    for trouble in found.troubles:
        yield _Fact(str(getattr(troubles, trouble.value)), look=True)


def _content(words: DoctorWords) -> Iterator[_Fact]:
    from unspasm.catalogue import faults_of  # noqa: PLC0415 - it brings pydantic along
    from unspasm.cli.content import faults_in_words  # noqa: PLC0415 - and so does this

    folder = content_folder()
    yield _Fact(words.folder.format(folder=folder))
    count = len({*faults_of(folder), *faults_in_words(folder)})
    if not count:
        yield _Fact(words.content_fine)
    else:
        said = words.content_fault if count == 1 else words.content_faults
        yield _Fact(said.format(count=count, folder=folder), look=True)


def _variables(words: DoctorWords) -> Iterator[_Fact]:
    there = sorted(name for name in os.environ if name.startswith(_PREFIX))
    for name in there:
        value = _shown(os.environ[name])
        yield _Fact(words.variable.format(name=_shown(name), value=value))
    if not there:
        yield _Fact(words.variable_none)


def _shown(value: str) -> str:
    """Return what somebody else has set, on one line and not too long."""
    line = one_line(value)
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}..."
