"""A copy of the content, to break and to have checked."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from unspasm.catalogue import Fault, faults_of


@dataclass(frozen=True)
class Copy:
    """A copy of the content in a folder of its own."""

    folder: Path

    @classmethod
    def of(cls, content: Path, where: Path) -> "Copy":
        """Copy the content."""
        folder = where / "xx"
        copytree(content, folder)
        return cls(folder)

    def text(self, file: str) -> str:
        """What stands in a file."""
        return (self.folder / file).read_text(encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        """Put `new` in the place of the only, or the first, `old`."""
        text = self.text(file)
        if old not in text:
            raise LookupError(f"{file} has no {old!r}")
        (self.folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def line_of(self, file: str, words: str, after: str = "") -> int:
        """The number of the first line with these words, from the line with `after` on."""
        lines = self.text(file).splitlines()
        start = next(place for place, line in enumerate(lines) if after in line)
        return next(place + 1 for place in range(start, len(lines)) if words in lines[place])

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with it."""
        return faults_of(self.folder)
