"""The routines of one's own: one file each, in a folder beside the record."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from unspasm.domain.own_as_routine import routine_of
from unspasm.domain.own_routines import MOST_ROUTINES, OwnRoutine
from unspasm.domain.stretches import Library

ENDING = ".toml"


class ShelfFullError(Exception):
    """There are as many routines as can be kept."""


@dataclass(frozen=True)
class OnShelf:
    """What the folder holds."""

    routines: Mapping[str, OwnRoutine] = field(default_factory=dict)
    """By id, in the order of their names."""
    faults: tuple[str, ...] = ()
    """What is wrong with the other files, each with its line."""


class Shelf:
    """The folder, read anew each time: its files may be changed by hand."""

    def __init__(self, folder: Path | None, library: Library) -> None:
        """Look at nothing yet.

        Args:
            folder: where they are; `None` where nothing is kept.
            library: ours, whose stretches they name and whose ids they may not take.
        """
        self.folder = folder
        self.ours = library

    def read(self) -> OnShelf:
        """Return every routine that can be used, and what is wrong with the others."""
        from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415 - brings pydantic along

        routines: list[OwnRoutine] = []
        faults: list[str] = []
        for path in self.files():
            try:
                own = self._read(path)
            except ContentFaultsError as error:
                faults += map(str, error.faults)
                continue
            if len(routines) < MOST_ROUTINES:
                routines.append(own)
            else:
                faults.append(f"{path}:1: file: {MOST_ROUTINES} routines are the most")
        routines.sort(key=lambda own: (own.name.casefold(), own.id))
        return OnShelf({own.id: own for own in routines}, tuple(faults))

    def library(self) -> Library:
        """Return the library with the routines of one's own behind ours."""
        own = {one.id: routine_of(one, self.ours) for one in self.read().routines.values()}
        return replace(self.ours, routines={**self.ours.routines, **own}) if own else self.ours

    def files(self) -> list[Path]:
        """Return every file that is there, whatever stands in it."""
        try:
            return sorted(self.folder.glob(f"*{ENDING}")) if self.folder else []
        except OSError:
            return []

    def _read(self, path: Path) -> OwnRoutine:
        from unspasm.catalogue import ContentFaultsError, Fault  # noqa: PLC0415
        from unspasm.catalogue.own_routines import read_own  # noqa: PLC0415

        own = read_own(_bytes_of(path), str(path), self.ours)
        if own.id != path.stem:
            what = f"{own.id!r} is not the name of its file"
            raise ContentFaultsError([Fault(str(path), 1, "id", what)])
        return own

    def path_of(self, name: str) -> Path:
        """Return where the routine of that id is kept.

        Raises:
            OSError: if nothing is kept.
        """
        if self.folder is None:
            raise OSError("nothing is kept here")
        return self.folder / f"{name}{ENDING}"

    def has(self, name: str) -> bool:
        """Whether there is a file for that id, whatever stands in it."""
        return self.folder is not None and os.path.lexists(self.path_of(name))

    def save(self, own: OwnRoutine, *, force: bool = False) -> Path:
        """Write a routine whole, or leave everything as it was; return where it is.

        Raises:
            FileExistsError: if there is one of that id, unless it is to be written over.
            ShelfFullError: if there are as many as can be kept.
            OSError: if it cannot be written.
        """
        from unspasm.catalogue.own_routines import write_own  # noqa: PLC0415

        return self._keep(own, write_own(own), force=force)

    def change(self, own: OwnRoutine) -> Path:
        """Write a routine in the place of what its file says; return where it is.

        Comments, and the order of what the change leaves, stay. Where there is no file that can be
        read, one is written anew.

        Raises:
            ShelfFullError: if there is none, and there are as many as can be kept.
            OSError: if it cannot be written.
        """
        from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415
        from unspasm.catalogue.own_rewriting import rewrite_own  # noqa: PLC0415

        try:
            there = _bytes_of(self.path_of(own.id))
        except ContentFaultsError:
            there = b""
        return self._keep(own, rewrite_own(there, own, self.ours), force=True)

    def _keep(self, own: OwnRoutine, text: str, *, force: bool) -> Path:
        target = self.path_of(own.id)
        there = self.has(own.id)
        if there and not force:
            raise FileExistsError(str(target))
        if not there and len(self.files()) >= MOST_ROUTINES:
            raise ShelfFullError
        _make_private(target.parent)
        _write_whole(target, text, force=force)
        return target

    def remove(self, name: str) -> None:
        """Remove the file of that id.

        Raises:
            OSError: if it cannot be removed, or there is none.
        """
        self.path_of(name).unlink()


def _bytes_of(path: Path) -> bytes:
    """What stands in a file of the folder; a link is not followed, and only so much is read."""
    from unspasm.catalogue import ContentFaultsError, Fault  # noqa: PLC0415
    from unspasm.catalogue.own_routines import MOST_BYTES  # noqa: PLC0415

    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise ContentFaultsError([Fault(str(path), 1, "file", "is not a file of its own")])
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        raise ContentFaultsError([Fault(str(path), 1, "file", what)]) from None


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def _write_whole(target: Path, text: str, *, force: bool) -> None:
    """Write a file beside its place first, so that no half of it is ever there."""
    place = target.with_name(f".{target.name}.{os.getpid()}")
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if force:
            place.replace(target)
        else:
            _put(place, target)
    except OSError:
        place.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _put(place: Path, target: Path) -> None:
    """Give a file its name, unless another has it by now."""
    try:
        target.hardlink_to(place)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise FileExistsError(str(target)) from None
        place.rename(target)
    else:
        place.unlink()


def _settle(folder: Path) -> None:
    """Let the folder itself reach the disk, where that can be asked for."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
