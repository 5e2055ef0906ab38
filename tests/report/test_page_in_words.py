"""The page for a clinician in all three formats: what it says, and what it never does."""

import json
import os
import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.journal.made_up import entries as any_entries
from tests.journal.made_up import weird_text
from tests.report.pages import (
    CONTROL,
    EMOJI,
    MARKUP,
    RIGHT_TO_LEFT,
    VERSION,
    WORDS,
    Life,
    everything_ticked,
    moment,
    noted,
    written,
    year_of,
)

from unspasm.catalogue import Catalogue
from unspasm.domain.clinician_page import clinician_page
from unspasm.domain.clinician_values import ClinicianPage, Part, Wanted
from unspasm.domain.entries import Entry
from unspasm.domain.log_entries import MyActivities, PainLog
from unspasm.report import Format
from unspasm.report.fit import LINES, height, sheet_of
from unspasm.report.markdown import escaped
from unspasm.report.typed import typed, without_marks

PAPER = (Format.MARKDOWN, Format.HTML)
DEEP = os.environ.get("UNSPASM_TESTS") == "deep"
VOID = frozenset({"meta", "br", "hr", "link", "img"})
FETCHES = frozenset({"src", "href", "srcset", "data", "action", "poster", "background", "ping"})
UNTYPABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\udc80-\udfff]")
LONG = "worse after sitting, " * 5_000
"""100 kB."""


@dataclass
class Read:
    """What a browser makes of a page."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All that can be read."""
        return " ".join("".join(self.text).split())


class _Browser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read, self.open = Read(), list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.tags.append(tag)
        self.read.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.tags.append(tag)
        self.read.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        (self.read.styles if "style" in self.open else self.read.text).append(data)


def read(page: str) -> Read:
    """Read a page as HTML; every element has to be closed in its turn."""
    browser = _Browser()
    browser.feed(page)
    browser.close()
    assert not browser.open
    return browser.read


def of(page: ClinicianPage) -> dict[str, Any]:
    """The page as JSON, read again."""
    told = json.loads(written(page, Format.JSON))
    assert isinstance(told, dict)
    return told


def plain(text: str) -> str:
    """Markdown as it reads."""
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", text)


@pytest.fixture(scope="module")
def year(catalogue: Catalogue) -> Life:
    """A year with three spasms."""
    return year_of(catalogue)


# --- what it says ---------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", Format)
def test_it_says_whose_word_it_is_and_when_and_by_what_it_was_made(
    year: Life, wanted: Format
) -> None:
    text = written(year.page(177), wanted)

    assert "Reported by the person. Not a diagnosis." in text
    assert VERSION in plain(text)
    assert ("25 Oct at 11:00" in text) or ("2026-10-25T11:00" in text)
    assert text.endswith("\n")


def test_it_reads_as_one_answer_a_section(year: Life) -> None:
    text = plain(written(year.page(177), Format.MARKDOWN))

    for line in (
        "- Latest: 5, on 23 Oct",
        "- Worst: 9, on 23 Oct",
        "- Median of the first three days 5, of the last three 5",
        "- a position: helped 8, did not 0",
        "- 8 Oct, 17 days before this page",
        "- In the person's words: slipped disc in 2019, seen by a physiotherapist",
        "- Some times a year",
        "- Yes, said on 1 May",
        "- lower back (16); buttock, left (16)",
        "- bending (16)",
        "- carry my daughter: 6 on 8 Oct, 0 on 23 Oct",
        "- sit through a film: not said yet",
        "- 20 Oct: day 12: worse in the morning",
    ):
        assert line in text.splitlines()


@pytest.mark.parametrize("wanted", PAPER)
def test_every_ticked_sign_bears_its_days_and_what_became_of_it(year: Life, wanted: Format) -> None:
    text = written(year.page(177), wanted)
    text = read(text).words if wanted is Format.HTML else plain(text)

    asks = {sign.id: sign.ask for sign in year.catalogue.rules.signs.values()}
    for name, told in {
        "limb_mild": "(same day): ticked 22 Oct, 23 Oct: stands, not seen yet",
        "saddle": "(emergency): ticked 20 Jul: taken back as a mistake on 20 Jul",
        "fever": "(same day): ticked 20 Jul: seen on 21 Jul, told to go on with exercise",
        "night": "(within days): ticked 22 Oct: not sure, no visit told of",
        "everyday": "(ordinary visit): ticked 8 Oct: no visit told of",
    }.items():
        assert f"{asks[name]} {told}" in text


def test_every_single_sign_of_the_checklist_can_stand_on_the_page(catalogue: Catalogue) -> None:
    for name, sign in catalogue.rules.signs.items():
        life = Life(catalogue)
        life.check(0, name)
        page = life.page(1)
        for one in page.signs:
            assert f"{one.words} " in plain(written(page, Format.MARKDOWN))
            assert f"{one.words} " in read(written(page, Format.HTML)).words
        assert bool(page.signs) == (sign.urgency > 0)


def test_a_sign_of_many_days_tells_the_first_and_the_last(catalogue: Catalogue) -> None:
    life = Life(catalogue)
    checks = [life.check(day, "fever") for day in range(9)]
    for check in checks[:6]:
        life.seen((check.at - checks[0].at).days + 0.5, check)
    text = plain(written(life.page(9), Format.MARKDOWN))

    assert "ticked 7 May to 9 May, 3 times: stands, not seen yet; ticked 6 May: seen on" in text
    assert "; and 3 times more, in the export" in text


def test_nothing_ticked_is_no_all_clear(catalogue: Catalogue) -> None:
    life = Life(catalogue)
    life.check(0)

    assert "does not mean that there is none" in written(life.page(1), Format.MARKDOWN)


def test_what_the_person_left_out_is_named_and_not_told(year: Life) -> None:
    page = year.page(177, Wanted(without=frozenset({Part.NOTES, Part.SIGNS})))
    text = written(page, Format.MARKDOWN)

    assert "Left out by the person: warning signs, notes." in text
    assert "Warning signs ticked" not in text
    assert "worse in the morning" not in "".join(written(page, one) for one in Format)


def test_a_page_of_another_year_names_the_year(year: Life) -> None:
    assert "8 Oct 2026" in written(year.page(400), Format.MARKDOWN)


def test_nothing_to_tell_is_said(catalogue: Catalogue) -> None:
    assert "nothing to tell" in written(Life(catalogue).page(0), Format.MARKDOWN)


# --- what somebody typed --------------------------------------------------------------------------


@pytest.mark.parametrize("note", [MARKUP, RIGHT_TO_LEFT, EMOJI, CONTROL, LONG, "\u202e" * 50])
def test_what_was_typed_survives_and_breaks_nothing(catalogue: Catalogue, note: str) -> None:
    page, harmless_page = noted(catalogue, note), noted(catalogue, "fine")
    html, fine = read(written(page, Format.HTML)), read(written(harmless_page, Format.HTML))

    assert html.tags == fine.tags
    assert html.attributes == fine.attributes
    assert html.styles == fine.styles
    markdown = written(page, Format.MARKDOWN)
    assert len(markdown.splitlines()) == len(written(harmless_page, Format.MARKDOWN).splitlines())
    for text in (markdown, written(page, Format.HTML), written(page, Format.JSON)):
        assert not UNTYPABLE.search(text)
        text.encode()
    assert of(page)["notes"][0]["text"] == note


def test_letters_of_any_script_can_be_read_on_paper(catalogue: Catalogue) -> None:
    page = noted(catalogue, MARKUP, RIGHT_TO_LEFT, EMOJI)

    words = read(written(page, Format.HTML)).words
    for text in (words, plain(written(page, Format.MARKDOWN))):
        assert "<script>alert(1)</script> [link](http://x) **bold** | `code`" in text
        assert "כאב גב חזק ?reversed? ألم" in text
        assert EMOJI in text
    assert f"<bdi>{EMOJI}</bdi>" in written(page, Format.HTML)


def test_a_long_note_is_cut_and_says_so(catalogue: Catalogue) -> None:
    page = noted(catalogue, LONG)

    for wanted in PAPER:
        text = written(page, wanted)
        assert "(cut; whole in the export)" in plain(text)
        assert len(text) < 20_000
    assert height(sheet_of(page, WORDS, VERSION)) <= LINES
    assert of(page)["notes"][0]["text"] == LONG


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12345", "12345"),
        ("123456", "12345 ..."),
        ("漢字", "漢字"),
        ("漢字腰", "漢字 ..."),
        (" a \n\t b ", "a b"),
        ("e" + "\u0301" * 900, "e\u0301\u0301 ..."),
        ("e\u0301" * 5, "e\u0301" * 5),
        ("a\x1b", "a?"),
    ],
)
def test_a_text_is_as_wide_as_it_may_be(text: str, shown: str) -> None:
    assert without_marks(typed(text, 5, "...")) == shown


@pytest.mark.parametrize(
    "line",
    ["# no", "- no", "1. no", "12) no", "a http://x.y", "www.x.y", "a@b.c", "~~x~~", "$x$", ": x"],
)
def test_markdown_shows_a_line_as_it_is(line: str) -> None:
    text = escaped(line)

    assert plain(text) == line
    assert not re.search(r"^(#|-|:|\d+[.)])|(?<!\\)://|www\.|(?<!\\)[@~$]", text)


# --- paper ----------------------------------------------------------------------------------------


def test_the_html_fetches_nothing_and_runs_nothing(year: Life) -> None:
    page = read(written(year.page(177), Format.HTML))

    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(page.tags)
    assert not {name for name, _ in page.attributes} & FETCHES
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    outside = [value for name, value in page.attributes if "http" in value and name != "xmlns"]
    assert not outside
    for style in page.styles:
        assert not re.search(r"url\s*\(|@import|http", style)


def test_the_html_prints_on_a4_in_black_on_white_with_a_chart(year: Life) -> None:
    text = written(year.page(177), Format.HTML)

    assert "@page { size: A4" in text
    assert "background: #fff; color: #000" in text
    assert "<svg" in text
    assert "Pain from 0 to 10, 8 Oct to 23 Oct: 53 times said." in text
    assert "default-src 'none'" in text


def test_the_whole_year_fits_on_one_sheet(year: Life) -> None:
    assert height(sheet_of(year.page(177), WORDS, VERSION)) <= LINES


def test_what_does_not_fit_is_counted(catalogue: Catalogue) -> None:
    page = everything_ticked(catalogue).page(177)
    sheet = sheet_of(page, WORDS, VERSION)
    lines = [line for section in sheet.sections for line in section.lines]

    assert height(sheet) <= LINES
    assert len([line for line in lines if re.search(r"and \d+ more, in the export", line)]) > 3
    assert len(of(page)["signs"]) == len(page.signs)
    assert len(of(page)["notes"]) == len(page.notes)


def test_names_of_activities_may_be_anything(catalogue: Catalogue) -> None:
    life = Life(catalogue)
    life.add(0, MyActivities((MARKUP, RIGHT_TO_LEFT, LONG)))
    life.add(1, PainLog(3, activities={MARKUP: 2, LONG: 3}))

    read(written(life.page(2), Format.HTML))
    assert height(sheet_of(life.page(2), WORDS, VERSION)) <= LINES


# --- JSON -----------------------------------------------------------------------------------------


def test_the_json_holds_what_the_docs_promise(year: Life) -> None:
    told = of(year.page(177))

    assert told["unspasm"] == "report"
    assert told["since"] == "2026-05-01"
    worst = told["pain"]["worst"]
    assert (worst["on"], worst["pain"]) == ("2026-10-23", 9)
    saddle = next(sign for sign in told["signs"] if sign["id"] == "saddle")
    assert saddle["ticks"] == [
        {
            "at": "2026-07-20T11:00",
            "unsure": False,
            "called_on": None,
            "outcomes": [{"became": "mistake", "on": "2026-07-20", "said": None}],
        }
    ]
    assert told["conditions"]["age"] == 40
    assert set(told) == {
        *("unspasm", "version", "made", "says", "since", "until", "left_out", "signs", "checks"),
        *("last_check", "pain", "readings", "course", "steps", "began", "often", "where"),
        *("set_off", "heavy_week", "eases", "tried", "my_activities", "conditions", "notes"),
    }


# --- whatever was kept ----------------------------------------------------------------------------

wanted_days = st.builds(
    Wanted,
    st.none() | st.dates(date(2026, 4, 1), date(2026, 5, 3)),
    st.none() | st.dates(date(2026, 5, 3), date(2026, 6, 1)),
    st.frozensets(st.sampled_from(Part), max_size=3),
)


@settings(max_examples=10_000 if DEEP else 40)
@given(st.lists(any_entries, max_size=15), wanted_days)
def test_any_journal_gives_the_page_without_a_fault(kept: list[Entry], wanted: Wanted) -> None:
    page = clinician_page(kept, {}, moment(2), wanted)

    assert height(sheet_of(page, WORDS, VERSION)) <= LINES
    read(written(page, Format.HTML))
    of(page)
    for one in Format:
        text = written(page, one)
        assert not UNTYPABLE.search(text)
        text.encode()


@given(st.lists(weird_text, min_size=1, max_size=8))
def test_any_notes_stay_text(notes: list[str]) -> None:
    kept = [
        Entry(f"note-{day}", moment(day).wall, moment(day).utc_offset, PainLog(4, note=note))
        for day, note in enumerate(notes)
    ]
    page = clinician_page(kept, {}, moment(9), Wanted())

    html = read(written(page, Format.HTML))
    assert set(html.tags) <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "strong", "section"),
        *("ul", "li", "bdi", "div", "svg", "rect", "path", "circle", "text"),
    }
    assert [one["text"] for one in of(page)["notes"]] == [
        note for note in reversed(notes) if note.strip()
    ]
