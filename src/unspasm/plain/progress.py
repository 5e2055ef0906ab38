"""Progress line by line: sentences, for a picture of signs says nothing to an ear."""

from unspasm.domain.progress_view import progress_view
from unspasm.journeys.house import House
from unspasm.plain.lines import Lines
from unspasm.words import Words
from unspasm.words.log_phrases import course_lines
from unspasm.words.progress_page import progress_lines


class PlainProgress:
    """How the pain has gone."""

    def __init__(self, house: House, words: Words, lines: Lines) -> None:
        self._house = house
        self._words = words
        self._lines = lines

    def tell(self) -> None:
        """Say it, with what the record has noticed first."""
        words, house = self._words, self._house
        self._lines.say("")
        for standing in house.course():
            self._lines.say_all(course_lines(words.log, standing))
        view = progress_view(house.everything_told(), house.clock())
        lines = progress_lines(words.progress, words.calendar, view, 80, pictures=False)
        self._lines.say_all(lines)
