"""The words of `remind`."""

from dataclasses import dataclass


@dataclass(frozen=True, repr=False, eq=False)
class RemindWords:
    """What a reminder says, and how it is set up."""

    title: str
    now: str
    only_prints: str
    cron: tuple[str, ...]
    systemd_service: str
    systemd_timer: str
    systemd: tuple[str, ...]
    launchd: tuple[str, ...]
    windows: tuple[str, ...]
    bad_every: str
    bad_time: str
    bad_days: str
    bad_range: str
    bad_none: str
