"""Files that only their owner can read."""

import os
from pathlib import Path


def write_private(target: Path, text: str, *, force: bool = False) -> None:
    """Write a file for its owner alone; what is there already stays, unless it is to go.

    What is to go goes only when the new file is whole.

    Raises:
        FileExistsError: if there is one already.
        OSError: if it cannot be written; nothing is left behind then.
    """
    place = target.with_name(f".{target.name[:60]}.{os.getpid()}") if force else target
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
            file.write(text)
        if force:
            place.replace(target)
    except OSError:
        place.unlink(missing_ok=True)
        raise
