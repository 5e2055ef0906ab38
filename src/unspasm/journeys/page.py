"""The page for a clinician: seen first, then saved as a file."""

from pathlib import Path

from unspasm import __version__
from unspasm.domain.clinician_values import Part, Wanted
from unspasm.journeys.house import House
from unspasm.journeys.report import report_of
from unspasm.report import Format, page_parts, write_page
from unspasm.report.files import write_private
from unspasm.words import Words

NAME = "back-pain-page"


class PageJourney:
    """One page, with or without the notes."""

    def __init__(self, house: House, words: Words) -> None:
        self.notes = True
        """Whether the person's own notes are on it."""
        self._house = house
        self._words = words

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return report_of(self._house, self._wanted).nothing_told

    def parts(self) -> list[tuple[str, str]]:
        """Return the page from top to bottom: what kind a part is, and its words."""
        page = report_of(self._house, self._wanted)
        return page_parts(page, self._words, __version__)

    @property
    def name(self) -> str:
        """The file that it is saved as unless another one is named."""
        return str(Path.home() / f"{NAME}-{self._house.clock().day.isoformat()}.html")

    def save(self, name: str) -> str:
        """Save it in the format that the name ends with; return what came of it, in words."""
        words, target = self._words.report, Path(name)
        kinds = {".md": Format.MARKDOWN, ".json": Format.JSON}
        kind = kinds.get(target.suffix.lower(), Format.HTML)
        try:
            target = target.expanduser()
            write_private(target, self._written(kind))
        except FileExistsError:
            return words.taken.format(file=target)
        except OSError as error:
            return words.not_written.format(file=target, why=error.strerror or "")
        except (RuntimeError, ValueError) as error:  # nobody of that name, or no name of a file
            return words.not_written.format(file=target, why=error)
        return words.written.format(file=target)

    def _written(self, kind: Format) -> str:
        page = report_of(self._house, self._wanted)
        return write_page(page, kind, self._words, __version__)

    @property
    def _wanted(self) -> Wanted:
        return Wanted(without=frozenset() if self.notes else frozenset({Part.NOTES}))
