"""What the command line takes, as plain values: for completions and for the manual page."""

import argparse
from dataclasses import dataclass

_FOLDERS, _FILES = frozenset({"DIR"}), frozenset({"FILE"})


@dataclass(frozen=True)
class Option:
    """One option, or one word that stands without a dash."""

    flags: tuple[str, ...]
    """Such as `-o` and `--output`; none for a word without a dash."""
    value: str
    """What is called for after it, such as `FILE`; empty if nothing is."""
    choices: tuple[str, ...]
    may_be_left_out: bool
    help: str

    @property
    def takes_files(self) -> bool:
        """Whether a file is called for."""
        return self.value in _FILES

    @property
    def takes_folders(self) -> bool:
        """Whether a folder is called for."""
        return self.value in _FOLDERS


@dataclass(frozen=True)
class Command:
    """A command, with all that can follow it."""

    name: str
    """Every word of it, such as `unspasm data export`."""
    summary: str
    about: str
    after: str
    """What stands below the options in `--help`."""
    options: tuple[Option, ...]
    words: tuple[Option, ...]
    commands: tuple["Command", ...]

    @property
    def last(self) -> str:
        """The last word of its name."""
        return self.name.rpartition(" ")[2]

    @property
    def all(self) -> tuple["Command", ...]:
        """This one and every one below it."""
        return (self, *(inner for one in self.commands for inner in one.all))


def outline(parser: argparse.ArgumentParser, summary: str = "") -> Command:
    """Return what a parser takes."""
    options: list[Option] = []
    words: list[Option] = []
    commands: list[Command] = []
    for action in parser._actions:  # noqa: SLF001 - argparse tells it nowhere else
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            helps = {one.dest: one.help or "" for one in action._choices_actions}  # noqa: SLF001
            commands += [outline(one, helps[name]) for name, one in action.choices.items()]
        elif action.help != argparse.SUPPRESS:
            (options if action.option_strings else words).append(_option(action))
    about, after = parser.description or "", parser.epilog or ""
    return Command(
        parser.prog, summary, about, after, tuple(options), tuple(words), tuple(commands)
    )


def _option(action: argparse.Action) -> Option:
    choices = tuple(str(one) for one in action.choices or ())
    value = action.metavar or ("|".join(choices) if choices else action.dest.upper())
    return Option(
        flags=tuple(action.option_strings),
        value="" if action.nargs == 0 else str(value),
        choices=choices,
        may_be_left_out=action.nargs == "?",
        help=action.help or "",
    )
