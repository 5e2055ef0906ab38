"""The printed page of a routine: figures, doses, steps and reasons to stop, and nothing fetched."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from tests.journeys.houses import CATALOGUE, CONTENT
from tests.own import BRIDGE, CHAIR, HEAD, UNSAID, own_of

from unspasm.domain.locks import Lock
from unspasm.domain.own_routines import OwnRoutine
from unspasm.domain.which_routine import Body
from unspasm.report.routine_page import routine_page
from unspasm.words import read_words

WORDS = read_words(CONTENT)
LIBRARY = CATALOGUE.library
VOID = {"meta"}


def page_of(text: str) -> str:
    """The page of a routine that is given as text."""
    return _page(own_of(text, LIBRARY))


def _page(own: OwnRoutine, body: Body = Body(None)) -> str:  # noqa: B008 - it is frozen
    return routine_page(own, LIBRARY, WORDS.own, WORDS.stretch, body, date(2026, 11, 22), "1.2")


class Reader(HTMLParser):
    """Reads a page, and finds every tag closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        assert not {"href", "src", "onload"} & {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Note what can be read."""
        if self.open and self.open[-1] != "style":
            self.text += f"{data} "


def read(page: str) -> Reader:
    """Read a page to its end."""
    reader = Reader()
    reader.feed(page)
    assert [] == reader.open
    return reader


def test_the_page_says_all_that_is_needed_away_from_the_screen() -> None:
    said = " ".join(read(page_of(HEAD + 'from = "A. Physio"\n' + BRIDGE + CHAIR)).text.split())

    for words in (
        "From A. Physio.", "6:45 in all", "You need: chair.", "1. Bridge",
        "hold 5 s, 10 times, 3 sets", "Squeeze your buttocks", "2. Arm reach", "Sit tall.",
        "Stop, and check the warning signs, if:", "your chest hurts", "Put your phone within reach",
        "In the first days of a spasm leave out: Bridge.", "Printed on 2026-11-22 by unspasm 1.2.",
        "no clinician has reviewed it",
    ):  # fmt: skip
        assert words in said, said


def test_a_stretch_of_ours_has_its_first_and_its_last_pose_and_an_own_exercise_none() -> None:
    page = page_of(HEAD + BRIDGE + UNSAID)

    assert 2 == page.count("<svg")
    assert "Bridge, as a drawing" in page


def test_the_page_fetches_nothing_and_prints_on_a4() -> None:
    page = page_of(HEAD + BRIDGE)

    assert "default-src 'none'" in page
    assert "size: A4" in page
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", page)
    assert not {"script", "link", "img", "iframe"} & set(read(page).tags)


@pytest.mark.parametrize(("number", "long"), [(1, False), (4, False), (5, True), (20, True)])
def test_a_page_that_can_take_more_than_one_sheet_says_so(number: int, *, long: bool) -> None:
    steps = [UNSAID.replace("Heel slides", f"Slide {place}") for place in range(number)]
    page = page_of(HEAD + "".join(steps).replace("repeats = 10", "repeats = 1"))

    assert (WORDS.own.page_long.format(number=number) in read(page).text) is long
    assert 'content: counter(page) " / " counter(pages)' in page


@pytest.mark.parametrize("typed", ["<b>x</b>", "a & b", "\u05d0\u05d1", "{name}", "<!--", "]]>"])
def test_what_was_typed_stands_there_as_it_was_typed_and_is_no_markup(typed: str) -> None:
    text = CHAIR.replace("Arm reach", typed).replace("Sit tall.", typed)
    page = page_of(f'id = "mine"\nname = "{typed}"\nfrom = "{typed}"\nnote = "{typed}"\n{text}')

    assert 5 <= read(page).text.count(typed)
    assert "<b>" not in page


def test_every_stretch_of_the_library_can_be_printed_in_twenties() -> None:
    names = list(LIBRARY.stretches)
    for part in (names[:3], names[3:8], names[8:20], names[20:]):
        steps = "".join(
            f'[[step]]\nstretch = "{name}"\nseconds = 10\nrepeats = 1\n' for name in part
        )
        assert len(part) <= read(page_of(HEAD + steps)).tags.count("svg") <= 2 * len(part)


PREGNANT = Body(None, closed=Lock.FLOOR.closes, pregnant=True)


def test_what_waits_now_is_said_at_the_top_and_at_each_such_step() -> None:
    text = read(_page(own_of(HEAD + CHAIR + BRIDGE, LIBRARY), PREGNANT)).text

    not_now = WORDS.own.closed_step.format(why=WORDS.stretch.left_floor)
    places = [text.index(words) for words in (WORDS.own.closed_pregnant, "Arm reach", not_now)]
    assert sorted(places) == places
    assert 1 == text.count(not_now)


def test_where_nothing_waits_nothing_is_said_of_it() -> None:
    assert "closed for now" not in _page(own_of(HEAD + CHAIR, LIBRARY), PREGNANT)
    assert "ot now" not in _page(own_of(HEAD + BRIDGE, LIBRARY))
