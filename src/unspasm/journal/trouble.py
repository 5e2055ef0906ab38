"""What can be wrong with the record."""

from enum import Enum


class Trouble(Enum):
    """What is wrong, by the name under which the words for it stand in `interface.toml`."""

    UNAVAILABLE = "unavailable"
    NOT_OURS = "not_ours"
    NEWER = "newer"
    READ_ONLY = "read_only"
    FULL = "full"
    WRITE_FAILED = "write_failed"
    SALVAGED = "salvaged"
    ROWS = "rows"


class JournalError(Exception):
    """The record could not be read or written just now."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        self.trouble = trouble
        super().__init__(f"{trouble.value}: {detail}" if detail else trouble.value)


class DamagedError(Exception):
    """The file is ours and broken."""
