"""`unspasm remind`: prints what a system's own timer needs, and reminds once with `--now`."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from unspasm.cli import timers
from unspasm.cli.exits import Exit
from unspasm.cli.streams import complain, one_line
from unspasm.domain.breaks import LEAST_MINUTES, MOST_MINUTES, Breaks, days_of, minutes_of
from unspasm.paths import content_folder
from unspasm.words import RemindWords, WordsError, read_words

_WHO = "unspasm remind"
_EVERY, _START, _UNTIL, _DAYS = "45", "9:00", "17:00", "mon-fri"
_APPLE = (
    *("osascript", "-e", "on run words", "-e"),
    *("display notification (item 1 of words) with title (item 2 of words)", "-e", "end run"),
)
_PATIENCE_SECONDS = 10.0


def run_remind(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    try:
        words = read_words(content_folder()).remind
    except WordsError as error:
        return complain(_WHO, str(error))
    if arguments.now:
        return _remind(words)
    try:
        breaks = _breaks(words, arguments)
    except ValueError as error:
        return complain(_WHO, str(error))
    ready, hints = _ready(words, arguments.system or this_system(), breaks)
    print("\n".join(ready))
    for hint in (*hints, words.only_prints):
        print(one_line(hint), file=sys.stderr)
    return Exit.DONE


def this_system() -> str:
    """The timer of this computer."""
    named = {"darwin": "launchd", "win32": "windows"}
    other = "systemd" if Path("/run/systemd/system").is_dir() else "cron"
    return named.get(sys.platform, other)


def _breaks(words: RemindWords, arguments: argparse.Namespace) -> Breaks:
    """When to remind.

    Raises:
        ValueError: with what is wrong with what was asked for.
    """
    start_text, until_text = arguments.start or _START, arguments.until or _UNTIL
    every = _minutes(words, arguments.every or _EVERY)
    start, until = _time(words, "--from", start_text), _time(words, "--until", until_text)
    days = days_of(arguments.days or _DAYS)
    if days is None:
        raise ValueError(words.bad_days.format(text=arguments.days))
    if until <= start:
        raise ValueError(words.bad_range.format(start=start_text, until=until_text))
    breaks = Breaks(every, start, until, days)
    if not breaks.times:
        raise ValueError(words.bad_none.format(start=start_text, until=until_text, every=every))
    return breaks


def _minutes(words: RemindWords, text: str) -> int:
    minutes = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        limits = {"lowest": LEAST_MINUTES, "highest": MOST_MINUTES}
        raise ValueError(words.bad_every.format(text=text, **limits))
    return minutes


def _time(words: RemindWords, option: str, text: str) -> int:
    minutes = minutes_of(text)
    if minutes is None:
        raise ValueError(words.bad_time.format(option=option, text=text))
    return minutes


def _ready(words: RemindWords, system: str, breaks: Breaks) -> tuple[Iterable[str], Iterable[str]]:
    """What is printed to be used, and what to do with it."""
    command = _command()
    if system == "systemd":
        said = {"command": timers.START_SYSTEMD}
        first = words.systemd_service.format(file=timers.SERVICE)
        second = words.systemd_timer.format(file=timers.TIMER)
        service, timer = timers.systemd_service(command), timers.systemd_timer(breaks)
        ready = [f"# {first}", service, "", f"# {second}", timer]
        return ready, [line.format(**said) for line in words.systemd]
    if system == "launchd":
        said = {"file": timers.PLIST, "command": timers.START_LAUNCHD}
        return [timers.launchd(breaks, command)], [line.format(**said) for line in words.launchd]
    if system == "windows":
        said = {"command": timers.END_WINDOWS}
        return [timers.windows(breaks, command)], [line.format(**said) for line in words.windows]
    return [timers.cron(breaks, command)], words.cron


def _command() -> Sequence[str]:
    """What the timer calls: this program, wherever it is."""
    found = shutil.which("unspasm")
    program = [found] if found else [sys.executable, "-m", "unspasm"]
    return [*program, "remind", "--now"]


def _remind(words: RemindWords) -> int:
    """Say it, and have the desktop show it where something here can."""
    bell = "\a" if sys.stdout.isatty() else ""
    print(f"{one_line(words.now)}{bell}", flush=True)
    if notifier := _notifier(words):
        # Should nothing come of it: the line is printed already.
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 - a program of this system, and our own words
                notifier,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE_SECONDS,
                check=False,
            )
    return Exit.DONE


def _notifier(words: RemindWords) -> Sequence[str] | None:
    """What shows a note on this desktop, without a network."""
    if sys.platform == "darwin":
        return (*_APPLE, words.now, words.title)
    found = shutil.which("notify-send")
    return (found, "--", words.title, words.now) if found else None


def _environment() -> dict[str, str]:
    """With the way to the desktop, which cron does not know."""
    known = dict(os.environ)
    if sys.platform != "win32":
        bus = Path(f"/run/user/{os.getuid()}/bus")
        if "DBUS_SESSION_BUS_ADDRESS" not in known and bus.exists():
            known["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
    return known
