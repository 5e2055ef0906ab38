"""What a translator still owes is told exactly, and what decides stays as it is."""

import re
from pathlib import Path

import pytest
from tests.content.broken import Copy

from unspasm.catalogue.compare import compare, told_texts
from unspasm.catalogue.faults import Fault, dotted

ORIGINAL = {
    "interface.toml": """\
[app]
name = "unspasm"

[calendar]
days = ["Monday", "Sunday"]
today = "today at {time}"

[plain]
prompt = "> "
menu_item = "{key}  {words}"
""",
    "care.toml": """\
reviewed = "2026-11-20"

[[card]]
id = "soon"
heading = "Book a visit"

[shared]
by_text = "Text {number}, ask somebody to call."
""",
    "checklist.toml": """\
steps = ["legs", "days"]

[[page]]
id = "legs"
ask = "Since {when}: is any of these true?"

[[page.sign]]
id = "bladder"
ask = "New trouble with pee"
covers = ["urine_cannot_pass", "urine_leak_new"]
urgency = "emergency"
sources = ["nhs-back-pain"]
""",
    "emergency_numbers.toml": """\
[[country]]
code = "IE"
name = "Ireland"
ambulance = ["999", "112"]
note = "112 works on mobile phones."
""",
    "sources.toml": """\
[[source]]
id = "nhs-back-pain"
title = "Back pain"
""",
    "routines/ease.toml": """\
id = "ease"
name = "Ease"
phase = "acute"
why = "Small, slow moves."
""",
}
"""A few texts of each kind."""


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """A small tree, as it ships."""
    folder = tmp_path / "shipped" / "en"
    (folder / "routines").mkdir(parents=True)
    for name, text in ORIGINAL.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Copy:
    """A translation that has just been begun."""
    return Copy.of(original, tmp_path)


@pytest.fixture
def clinic(copy: Copy) -> Copy:
    """A copy in the same language."""
    return Copy(copy.folder.rename(copy.folder.with_name("en")))


def faults(copy: Copy, original: Path) -> tuple[Fault, ...]:
    return compare(copy.folder, original).faults


def owed_texts(copy: Copy, original: Path) -> set[str]:
    """What is owed, with the texts."""
    whole = {f"{name}: {dotted(path)}": text for name, path, text in told_texts(original)}
    return {f"{one}: {whole[one]}" for one in owed(copy, original)}


def owed(copy: Copy, original: Path) -> set[str]:
    """What is owed, without the folder."""
    found = compare(copy.folder, original).owed
    return {f"{Path(one.file).relative_to(copy.folder).as_posix()}: {one.key}" for one in found}


def test_at_first_every_text_is_owed_and_no_name_nor_bare_value(copy: Copy, original: Path) -> None:
    assert faults(copy, original) == ()
    assert owed(copy, original) == {
        "interface.toml: calendar.days.0",
        "interface.toml: calendar.days.1",
        "interface.toml: calendar.today",
        "care.toml: card.0.heading",
        "care.toml: shared.by_text",
        "checklist.toml: page.0.ask",
        "checklist.toml: page.0.sign.0.ask",
        "emergency_numbers.toml: country.0.note",
        "routines/ease.toml: name",
        "routines/ease.toml: why",
    }


def test_of_the_content_that_ships_all_is_owed_but_names(
    content_folder: Path, tmp_path: Path
) -> None:
    copy = Copy.of(content_folder, tmp_path)
    told = {
        f"{name}: {dotted(path)}: {text}"
        for name, path, text in told_texts(content_folder)
        if any(one.isalpha() for one in re.sub(r"\{.*?\}", "", text))
    }
    names = told - owed_texts(copy, content_folder)

    assert len(told) > 2000
    assert {one.rpartition(": ")[2] for one in names} == {"unspasm"}


def test_what_is_translated_is_not_owed_any_more(copy: Copy, original: Path) -> None:
    before = owed(copy, original)
    copy.edit("interface.toml", '"Monday"', '"Montag"')

    assert before - owed(copy, original) == {"interface.toml: calendar.days.0"}


def test_a_text_that_reads_the_same_can_be_listed(copy: Copy, original: Path) -> None:
    (copy.folder / "same.toml").write_text('same = ["interface.toml: calendar.days.0"]\n')

    assert "interface.toml: calendar.days.0" not in owed(copy, original)
    assert faults(copy, original) == ()


def test_a_copy_in_the_same_language_owes_nothing(clinic: Copy, original: Path) -> None:
    clinic.edit("care.toml", 'heading = "Book a visit"', 'heading = "Do book a visit"')

    assert compare(clinic.folder, original).owed == ()
    assert compare(clinic.folder, original).faults == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("interface.toml", "today at {time}", "heute um {zeit}", "{zeit} stands for nothing here"),
        ("interface.toml", "today at {time}", "heute um {zeit}", "lacks {time}"),
        (
            "interface.toml",
            "today at {time}",
            "heute um {time",
            "expected '}' before end of string",
        ),
        ("interface.toml", "today at {time}", "um {time.real}", "{time.real} stands for nothing"),
        ("interface.toml", "today at {time}", "um {time!a}", "{time!a} stands for nothing here"),
        ("care.toml", "Text {number}, ask", "Schreiben Sie, bitten Sie", "lacks {number}"),
        ("care.toml", "Text {number}", "{nummer}", "{nummer} stands for nothing here"),
        ("checklist.toml", "Since {when}: is any", "Seither: ist", "lacks {when}"),
        ("checklist.toml", 'urgency = "emergency"', 'urgency = "soon"', "stays 'emergency'"),
        ("checklist.toml", '"urine_leak_new"', '"urine"', "stays 'urine_leak_new'"),
        ("routines/ease.toml", 'phase = "acute"', 'phase = "any"', "it stays 'acute'"),
        ("interface.toml", '"Sunday"]', '"Sonntag", "Ruhetag"]', "the original has 2"),
    ],
)
def test_what_must_be_as_in_the_original_is_a_fault(
    copy: Copy, original: Path, file: str, old: str, new: str, what: str
) -> None:
    line = copy.line_of(file, old)
    copy.edit(file, old, new)
    found = faults(copy, original)

    assert any(what in one.what and one.line == line for one in found), found


def test_files_and_optional_texts_that_are_missing_are_told(copy: Copy, original: Path) -> None:
    (copy.folder / "routines" / "ease.toml").unlink()
    copy.edit("emergency_numbers.toml", 'note = "112 works on mobile phones."\n', "")
    found = {(Path(one.file).name, one.what) for one in faults(copy, original)}

    assert found == {("ease.toml", "is missing"), ("emergency_numbers.toml", "is missing")}


def test_a_clinic_may_change_what_it_is_answerable_for(clinic: Copy, original: Path) -> None:
    clinic.edit("checklist.toml", 'urgency = "emergency"', 'urgency = "same_day"')
    clinic.edit("care.toml", "Text {number}, ask", "Ask")

    assert faults(clinic, original) == ()


def test_a_clinic_is_told_of_places_that_stand_for_nothing(clinic: Copy, original: Path) -> None:
    clinic.edit("interface.toml", "today at {time}", "today, {hour}")

    whats = [one.what for one in faults(clinic, original)]
    assert whats == ["{hour} stands for nothing here", "lacks {time}"]


def test_a_file_that_cannot_be_read_is_left_to_others(copy: Copy, original: Path) -> None:
    (copy.folder / "care.toml").write_bytes(b"\xff")

    assert faults(copy, original) == ()
