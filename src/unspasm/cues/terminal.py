"""What a terminal obeys: bell, note and title; and what no text can make it obey."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TextIO


class Note(Enum):
    """How a terminal is asked for a notification.

    One way for each terminal: several of them know two and would show it twice.
    """

    OSC_9 = "9;unspasm: {}"
    """Most: iTerm2, WezTerm and many more. Where it means nothing it is skipped. The name comes
    first because ConEmu, and others after it, take a digit there for a command of their own."""
    OSC_99 = "99;;unspasm: {}"
    """kitty's own."""
    OSC_777 = "777;notify;unspasm;{}"
    """rxvt knows nothing else; for foot and Ghostty no text is taken for a command in it."""
    NONE = ""
    """None: the terminal would print the code itself."""


_OBEYS_NO_CODE = frozenset({"dumb", "linux", "unknown"})
_BY_TERM = {"xterm-kitty": Note.OSC_99, "foot": Note.OSC_777, "rxvt": Note.OSC_777}
"""By the beginning of TERM. Ghostty and kitty can also be told by TERM_PROGRAM."""
_BY_PROGRAM = {"kitty": Note.OSC_99, "ghostty": Note.OSC_777}
_ESC = "\x1b"
_END = "\x1b\\"
BELL = "\a"
KEEP_TITLE = "\x1b[22;2t"
BRING_TITLE_BACK = "\x1b[23;2t"


def note_of(environ: Mapping[str, str]) -> Note:
    """Return how the terminal that these variables tell of is asked for a notification.

    Nobody tells which terminal is around tmux, so there it is what most take.
    """
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if not obeys_codes(environ):
        return Note.NONE
    if "ghostty" in (term.removeprefix("xterm-"), program):
        return Note.OSC_777
    by_term = [note for name, note in _BY_TERM.items() if term.startswith(name)]
    return by_term[0] if by_term else _BY_PROGRAM.get(program, Note.OSC_9)


def obeys_codes(environ: Mapping[str, str]) -> bool:
    """Whether the terminal takes a title or a note, or skips it. Some would print it instead."""
    term = environ.get("TERM", "")
    return term not in _OBEYS_NO_CODE if term else "WT_SESSION" in environ


def to_terminal(stream: TextIO) -> Callable[[str], None]:
    """Return what writes to a stream at once. What is no terminal gets nothing."""

    def send(text: str) -> None:
        if stream.isatty():
            stream.write(text)
            stream.flush()

    return send


def short_line(text: str, most: int) -> str:
    """Return `text` as one short line without anything that a terminal would obey or hide."""
    shown = (one if one.isprintable() else " " if one.isspace() else "" for one in text)
    line = " ".join("".join(shown).split())
    return line if len(line) <= most else f"{line[: most - 3]}..."


def code(payload: str, end: str = _END) -> str:
    """Return a code of the kind that tells a terminal something, OSC."""
    return f"{_ESC}]{payload}{end}"


def passed_through(payload: str, environ: Mapping[str, str]) -> str:
    """Return a code for the terminal itself, past tmux or screen, which would keep it."""
    if environ.get("TMUX"):
        return f"{_ESC}Ptmux;{code(payload).replace(_ESC, 2 * _ESC)}{_END}"
    if environ.get("STY"):
        return f"{_ESC}P{code(payload, BELL)}{_END}"
    return code(payload)
