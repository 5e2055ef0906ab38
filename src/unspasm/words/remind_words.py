"""The words of `remind`."""

from unspasm.words.word_set import word_set


@word_set
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
