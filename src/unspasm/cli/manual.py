"""`unspasm man`: the manual page, made from the parser."""

import argparse
from collections.abc import Iterator

from unspasm import __version__
from unspasm.cli.exits import Exit
from unspasm.cli.outline import Command, Option, outline
from unspasm.cli.parser import build_parser


def run_man(_arguments: argparse.Namespace) -> int:
    """Print it."""
    print(manual(), end="")
    return Exit.DONE


def manual() -> str:
    """Return the manual page, for `man`."""
    return "\n".join(_page(outline(build_parser()))) + "\n"


def _page(root: Command) -> Iterator[str]:
    yield f'.TH UNSPASM 1 "" "unspasm {__version__}" "User commands"'
    yield ".SH NAME"
    yield "unspasm \\- a self\\-care coach for back spasms that runs in a terminal"
    yield ".SH SYNOPSIS"
    yield f".B unspasm\n{_safe('[--plain] [COMMAND ...]')}"
    yield ".SH DESCRIPTION"
    yield from _paragraphs(root.about)
    parts = root.after.split("\n\n")
    for part in parts:
        if not _is_list(part):
            yield from _paragraphs(part)
    yield ".SH OPTIONS"
    for option in root.options:
        yield from _item(option)
    yield ".SH COMMANDS"
    for command in root.all[1:]:
        if not command.commands:
            yield from _command(command)
    for part in filter(_is_list, parts):
        yield from _list(part)


def _command(command: Command) -> Iterator[str]:
    yield f".SS {_safe(' '.join((command.name, *map(_word, command.words))))}"
    yield _safe(_sentence(command.about or command.summary))
    for one in (*command.words, *command.options):
        if one.flags != ("-h", "--help"):
            yield from _item(one)


def _item(option: Option) -> Iterator[str]:
    yield ".TP"
    named = ", ".join(f"\\fB{_safe(flag)}\\fR" for flag in option.flags)
    value = f"\\fI{_safe(option.value)}\\fR" if option.value else ""
    yield " ".join(filter(None, (named, value)))
    yield _safe(_sentence(option.help))


def _word(word: Option) -> str:
    return f"[{word.value}]" if word.may_be_left_out else word.value


def _is_list(part: str) -> bool:
    """Whether a part of what stands below the options is a heading with lines."""
    return part.strip("\n").partition("\n")[0].endswith(":")


def _list(part: str) -> Iterator[str]:
    heading, *lines = part.strip("\n").splitlines()
    yield f".SH {_safe(heading.removesuffix(':').upper())}"
    yield ".nf"
    yield from map(_safe, lines)
    yield ".fi"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        yield ".PP"
        yield from map(_safe, paragraph.splitlines())


def _sentence(text: str) -> str:
    """With a capital and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else f"{text}."


def _safe(text: str) -> str:
    """As `man` prints it as it is: no dash becomes another, no line a command."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{text}" if text.startswith((".", "\\(aq")) else text
