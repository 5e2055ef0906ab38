"""What the timer of each system needs, to call a command at given times."""

import plistlib
from collections.abc import Sequence

from unspasm.domain.breaks import DAYS, Breaks

NAME = "unspasm-break"
LABEL = "unspasm.break"
SERVICE = f"~/.config/systemd/user/{NAME}.service"
TIMER = f"~/.config/systemd/user/{NAME}.timer"
PLIST = f"~/Library/LaunchAgents/{LABEL}.plist"
START_SYSTEMD = f"systemctl --user daemon-reload && systemctl --user enable --now {NAME}.timer"
START_LAUNCHD = f"launchctl load {PLIST}"
END_WINDOWS = f"schtasks /Delete /TN {NAME}"
_WINDOW_SECONDS = 20
"""So long the window of a reminder stays open on Windows."""


def cron(breaks: Breaks, command: Sequence[str]) -> str:
    """Return the lines of a crontab. In one, `%` would end the command."""
    call = " ".join(map(_for_shell, command)).replace("%", "\\%")
    days = ",".join(str(day + 1) for day in breaks.days)
    return "\n".join(
        f"{minute} {','.join(map(str, hours))} * * {days} {call}"
        for minute, hours in breaks.hours_by_minute.items()
    )


def systemd_service(command: Sequence[str]) -> str:
    """Return the unit that reminds once."""
    call = " ".join(_for_systemd(word) for word in command)
    return f"[Unit]\nDescription=unspasm break\n\n[Service]\nType=oneshot\nExecStart={call}"


def systemd_timer(breaks: Breaks) -> str:
    """Return the unit that says when."""
    days = ",".join(DAYS[day].capitalize() for day in breaks.days)
    times = "\n".join(
        f"OnCalendar={days} {','.join(f'{hour:02}' for hour in hours)}:{minute:02}"
        for minute, hours in breaks.hours_by_minute.items()
    )
    return (
        f"[Unit]\nDescription=unspasm breaks\n\n[Timer]\n{times}\n\n"
        "[Install]\nWantedBy=timers.target"
    )


def launchd(breaks: Breaks, command: Sequence[str]) -> str:
    """Return the property list of an agent. There Monday is 1 and Sunday 7."""
    times = [
        {"Weekday": day + 1, "Hour": hour, "Minute": minute}
        for day in breaks.days
        for hour, minute in breaks.times
    ]
    agent = {"Label": LABEL, "ProgramArguments": list(command), "StartCalendarInterval": times}
    return plistlib.dumps(agent).decode().rstrip("\n")


def windows(breaks: Breaks, command: Sequence[str]) -> str:
    """Return the line that makes a task. Its window stays open for a while, to be read."""
    call = " ".join(f'\\"{word}\\"' if " " in word else word for word in command)
    task = f"cmd /c {call} & timeout /t {_WINDOW_SECONDS}"
    days = ",".join(DAYS[day].upper() for day in breaks.days)
    first = _clock(breaks.start + breaks.every)
    # The task repeats for as long as it is told, and reminds a last time at the end of that.
    hours, minutes = divmod((len(breaks.times) - 1) * breaks.every + 1, 60)
    repeated = f" /RI {breaks.every} /DU {hours:04}:{minutes:02}" if len(breaks.times) > 1 else ""
    return f'schtasks /Create /TN {NAME} /TR "{task}" /SC WEEKLY /D {days} /ST {first}{repeated}'


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _for_shell(word: str) -> str:
    from shlex import quote  # noqa: PLC0415 - slow to import, and only cron needs it

    return quote(word)


def _for_systemd(word: str) -> str:
    """As one word of a unit, where `%` and `$` stand for something."""
    word = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{word}"' if any(one in word for one in " '\"\\;") else word
