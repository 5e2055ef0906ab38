"""The page for a clinician: seen first, with or without notes, then saved."""

import json
import os
import stat
from pathlib import Path

import pytest
from tests.journeys.houses import CONTENT, FakeClock, house_at, house_without_record
from tests.seeds import say, tick

from unspasm.domain.log_entries import PainLog
from unspasm.journeys.house import House
from unspasm.journeys.page import PageJourney
from unspasm.words import read_words

WORDS = read_words(CONTENT)
STRANGE = "[bold]x[/] \x1b[31m\x07 \u202e\u05e9\u05dc\u05d5\u05dd \U0001f9bd \udc80 <b>&amp; |*_`#"
posix_only = pytest.mark.skipif(os.name != "posix", reason="no such permissions here")


def text_of(page: PageJourney) -> str:
    """Everything on the page."""
    return "\n".join(words for _, words in page.parts())


@pytest.fixture
def house(folder: Path, clock: FakeClock) -> House:
    return house_at(folder, clock)


@pytest.fixture
def page(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PageJourney:
    """The page of a record with one log; the person's own folder is one for this test."""
    person = tmp_path / "person"
    person.mkdir()
    monkeypatch.setenv("HOME", str(person))
    monkeypatch.setenv("USERPROFILE", str(person))
    say(house, PainLog(6, note="after gardening"))
    return PageJourney(house, WORDS)


def test_without_anything_told_it_is_empty(house: House, clock: FakeClock) -> None:
    assert PageJourney(house, WORDS).empty
    assert PageJourney(house_without_record(clock), WORDS).empty


def test_a_log_or_a_check_is_something_to_tell(house: House, page: PageJourney) -> None:
    assert not page.empty


def test_a_check_alone_is_something_to_tell(house: House) -> None:
    assert tick(house, "saddle").entry
    run = PageJourney(house, WORDS)

    assert not run.empty
    assert house.catalogue.rules.signs["saddle"].ask in text_of(run)


def test_what_is_read_on_the_screen_says_what_it_is(page: PageJourney) -> None:
    text = text_of(page)

    assert text.startswith(f"{WORDS.report.title}\n")
    assert WORDS.report.not_a_diagnosis.rstrip(".") in text
    assert "after gardening" in text


def test_notes_are_left_out_and_taken_in_again(page: PageJourney) -> None:
    page.notes = False
    assert "gardening" not in text_of(page)
    page.notes = True
    assert "gardening" in text_of(page)


def test_what_is_logged_while_it_is_open_is_on_it(house: House, page: PageJourney) -> None:
    say(house, PainLog(7, note="after swimming"))

    assert "after swimming" in text_of(page)


# --- saved ----------------------------------------------------------------------------------------


def test_its_name_bears_the_day_and_lies_in_the_persons_own_folder(
    page: PageJourney, tmp_path: Path
) -> None:
    assert str(tmp_path / "person" / "back-pain-page-2026-11-21.html") == page.name


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.html", "<!DOCTYPE html>"),
        ("x.htm", "<!DOCTYPE html>"),
        ("x", "<!DOCTYPE html>"),
        ("x.pdf", "<!DOCTYPE html>"),
        ("x.md", "# "),
        ("x.MD", "# "),
        ("x.json", "{"),
        ("x.Json", "{"),
    ],
)
def test_the_form_goes_by_the_name(
    page: PageJourney, tmp_path: Path, name: str, begins: str
) -> None:
    file = tmp_path / name

    assert WORDS.report.written.format(file=file) == page.save(str(file))
    assert file.read_text(encoding="utf-8").startswith(begins)


def test_what_is_saved_leaves_out_what_was_left_out(page: PageJourney, tmp_path: Path) -> None:
    page.notes = False
    for name in ("x.html", "x.md", "x.json"):
        page.save(str(tmp_path / name))

        assert "gardening" not in (tmp_path / name).read_text(encoding="utf-8")


def test_a_wave_means_the_persons_own_folder(page: PageJourney, tmp_path: Path) -> None:
    file = tmp_path / "person" / "page.md"

    assert str(file) in page.save("~/page.md")
    assert file.exists()


@posix_only
def test_the_file_is_for_its_owner_alone(page: PageJourney) -> None:
    page.save(page.name)

    assert stat.S_IMODE(Path(page.name).stat().st_mode) == 0o600


def test_what_is_taken_stays(page: PageJourney, tmp_path: Path) -> None:
    file = tmp_path / "letter.html"
    file.write_text("mine", encoding="utf-8")

    assert WORDS.report.taken.format(file=file) == page.save(str(file))
    assert file.read_text(encoding="utf-8") == "mine"
    assert str(tmp_path / "person") in page.save(str(tmp_path / "person"))


@posix_only
@pytest.mark.parametrize(
    "name",
    ["{0}/nowhere/x.html", "~nobody-of-that-name/x.html", "{0}/x\0.html", "{0}/" + "x" * 300],
    ids=["no such folder", "no such person", "no name of a file", "too long"],
)
def test_what_cannot_be_written_is_said_and_leaves_nothing(
    page: PageJourney, tmp_path: Path, name: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    said = page.save(name.format(tmp_path))

    assert WORDS.report.not_written.partition("{why}")[0].rpartition("{file}")[2].strip() in said
    assert before == sorted(tmp_path.rglob("*"))


def test_a_disk_that_fills_up_leaves_no_half_a_page(
    page: PageJourney, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = open

    def full(file: object, *arguments: object, **named: object) -> object:
        opened = real(file, *arguments, **named)  # type: ignore[call-overload]
        if isinstance(file, int) and arguments == ("w",):
            opened.close()
            raise OSError(28, "No space left on device")
        return opened

    monkeypatch.setattr("builtins.open", full)

    assert "No space left" in page.save(str(tmp_path / "x.html"))
    assert not (tmp_path / "x.html").exists()


@pytest.mark.parametrize("kind", ["html", "md", "json"])
@pytest.mark.parametrize("note", [STRANGE, "\U0001f9bd " * 25_000], ids=["strange", "100 kB"])
def test_whatever_was_typed_the_page_is_written_and_steers_nothing(
    house: House, page: PageJourney, tmp_path: Path, kind: str, note: str
) -> None:
    say(house, PainLog(5, note=note))
    file = tmp_path / f"x.{kind}"

    assert WORDS.report.written.format(file=file) == page.save(str(file))
    text = file.read_text(encoding="utf-8")
    assert not {"\x1b", "\x07", "\udc80"} & set(text)
    if kind == "json":
        assert note in {one["text"] for one in json.loads(text)["notes"]}
    else:
        assert "<b>" not in text
    assert not {"\x1b", "\x07", "\udc80"} & set(text_of(page))
