"""Every fault in content is told at once, as `file:line: key: what is wrong`."""

from pathlib import Path

import pytest
from tests.content.broken import Copy
from tests.content.course_slips import COURSE_SLIPS
from tests.content.pack_slips import NEW_OR_WORSE, ONLY_CHECKED, PACK_SLIPS, PACKS
from tests.content.slips import (
    CARE,
    CHECKLIST,
    COURSE,
    LAST_FOUND,
    NUMBERS,
    SLIPS,
    SOURCES,
    UNKNOWN_SOURCES,
    Slip,
)
from tests.content.stretch_slips import (
    EASE,
    FIRST_AID,
    LIFT,
    ONLY_CHECKED_STRETCHES,
    SESSIONS,
    SIT,
    STRETCH_SLIPS,
    STRONG,
)
from tests.content.tips_slips import EATING, MOVING, ONLY_CHECKED_TIPS, PLAN, TIPS_SLIPS

from unspasm.catalogue import ContentFaultsError, faults_of, load

FILES = [CHECKLIST, COURSE, CARE, NUMBERS, PACKS, SOURCES, SESSIONS, PLAN]
OF_STRETCHES = [SIT, LIFT, EASE, FIRST_AID]


def is_told(copy: Copy, slip: Slip) -> bool:
    """Whether some fault names the file, the line, the key and what is wrong."""
    copy.edit(slip.file, slip.old, slip.new)
    line = copy.line_of(slip.file, slip.line, slip.after)
    return any(
        (str(copy.folder / slip.file), line, slip.key) == (fault.file, fault.line, fault.key)
        and slip.what in fault.what
        for fault in copy.faults
    )


def test_content_without_faults_has_none(copy: Copy) -> None:
    assert copy.faults == ()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_fault_is_told_with_its_line_and_key(copy: Copy, slip: Slip) -> None:
    assert is_told(copy, slip), [str(fault) for fault in copy.faults]


@pytest.mark.parametrize("slip", LAST_FOUND, ids=lambda slip: slip.name)
def test_a_fault_that_is_hard_to_see_is_told_too(copy: Copy, slip: Slip) -> None:
    assert is_told(copy, slip), [str(fault) for fault in copy.faults]


@pytest.mark.parametrize("slip", [*NEW_OR_WORSE, *PACK_SLIPS], ids=lambda slip: slip.name)
def test_a_fault_in_what_is_asked_before_a_pack_is_told(copy: Copy, slip: Slip) -> None:
    assert is_told(copy, slip), [str(fault) for fault in copy.faults]


@pytest.mark.parametrize("slip", COURSE_SLIPS, ids=lambda slip: slip.name)
def test_a_fault_in_a_step_over_the_record_is_told(copy: Copy, slip: Slip) -> None:
    assert is_told(copy, slip), [str(fault) for fault in copy.faults]


@pytest.mark.parametrize("slip", STRETCH_SLIPS, ids=lambda slip: slip.name)
def test_a_fault_in_a_stretch_or_a_routine_is_told(copy: Copy, slip: Slip) -> None:
    assert is_told(copy, slip), [str(fault) for fault in copy.faults]


@pytest.mark.parametrize("slip", TIPS_SLIPS, ids=lambda slip: slip.name)
def test_a_fault_in_a_tip_or_the_plan_of_a_day_is_told(copy: Copy, slip: Slip) -> None:
    assert is_told(copy, slip), [str(fault) for fault in copy.faults]


def test_somebody_for_whom_a_new_line_is_meant_must_be_known(copy: Copy) -> None:
    copy.edit(CHECKLIST, 'applies_facts = ["sick"]', 'applies_facts = ["sikc"]')

    assert [fault.what for fault in copy.faults] == ["no sign covers 'sikc'"]


@pytest.mark.parametrize(
    "slip",
    [slip for slip in (*SLIPS, *NEW_OR_WORSE) if slip not in UNKNOWN_SOURCES],
    ids=lambda slip: slip.name,
)
def test_content_with_a_fault_is_not_used(copy: Copy, slip: Slip) -> None:
    copy.edit(slip.file, slip.old, slip.new)

    with pytest.raises(ContentFaultsError, match="toml:"):
        load(copy.folder)


@pytest.mark.parametrize(
    "slip",
    [slip for slip in PACK_SLIPS if slip not in ONLY_CHECKED],
    ids=lambda slip: slip.name,
)
def test_no_pack_is_timed_by_content_with_a_fault(copy: Copy, slip: Slip) -> None:
    copy.edit(slip.file, slip.old, slip.new)
    content = load(copy.folder)

    with pytest.raises(ContentFaultsError, match=f"{PACKS}:"):
        _ = content.packs


@pytest.mark.parametrize(
    "slip",
    [slip for slip in STRETCH_SLIPS if slip not in ONLY_CHECKED_STRETCHES],
    ids=lambda slip: slip.name,
)
def test_no_session_runs_by_content_with_a_fault(copy: Copy, slip: Slip) -> None:
    copy.edit(slip.file, slip.old, slip.new)
    content = load(copy.folder)

    with pytest.raises(ContentFaultsError, match=f"{slip.file}:"):
        _ = content.library


@pytest.mark.parametrize("value", ["[" * 2000 + "]" * 2000, "9" * 5000], ids=["deep", "long"])
def test_what_toml_allows_and_cannot_be_read_is_told_as_a_fault(copy: Copy, value: str) -> None:
    copy.edit(COURSE, "reviewed = ", f"more = {value}\nreviewed = ")

    found = {(fault.line, fault.key) for fault in copy.faults if COURSE in fault.file}
    assert (1, "file") in found
    with pytest.raises(ContentFaultsError, match=COURSE):
        load(copy.folder)


@pytest.mark.parametrize(
    "slip",
    [slip for slip in TIPS_SLIPS if slip not in ONLY_CHECKED_TIPS],
    ids=lambda slip: slip.name,
)
def test_no_tip_is_shown_from_content_with_a_fault_and_all_the_rest_is(
    copy: Copy, slip: Slip
) -> None:
    copy.edit(slip.file, slip.old, slip.new)
    content = load(copy.folder)

    assert content.library.routines
    with pytest.raises(ContentFaultsError, match=f"{slip.file}:"):
        _ = content.tips


def test_ten_small_things_in_a_phase_are_one_too_many(copy: Copy) -> None:
    small = copy.text(PLAN).split("\n\n")[1]
    more = [small.replace("stroll", f"stroll-{number}") for number in range(8)]
    (copy.folder / PLAN).write_text("\n\n".join([copy.text(PLAN), *more]), encoding="utf-8")

    assert [fault.key for fault in copy.faults] == ["small.9.phases"]
    assert "'prevention' has more than 9 small things" in copy.faults[0].what


def test_a_plan_without_any_tip_is_told(copy: Copy) -> None:
    for file in (MOVING, EATING):
        (copy.folder / file).unlink()

    assert [fault.what for fault in copy.faults] == ["there is no file of a topic beside it"]


# --- routines -------------------------------------------------------------------------------------


def told(copy: Copy) -> list[str]:
    return [str(fault).removeprefix(f"{copy.folder}/") for fault in copy.faults]


def test_a_routine_of_25_minutes_is_refused_by_name_with_its_minutes(copy: Copy) -> None:
    copy.edit(LIFT, "seconds = 4\nrepeats = 5", "seconds = 270\nrepeats = 5")
    line = copy.line_of(STRONG, "stretches")

    assert told(copy) == [
        f"{STRONG}:{line}: stretches: 'Strong' takes 25 minutes, and 20 is the most"
    ]
    with pytest.raises(ContentFaultsError, match="'Strong' takes 25 minutes"):
        _ = load(copy.folder).library


@pytest.mark.parametrize(("seconds", "faults"), [(521, 0), (522, 1)])
def test_twenty_minutes_are_allowed_and_not_a_second_more(
    copy: Copy, seconds: int, faults: int
) -> None:
    copy.edit(SIT, "seconds = 30\nrepeats = 2\nrest = 5", "seconds = 66\nrepeats = 1\nrest = 0")
    copy.edit("routines/first_aid.toml", '["sit"]', '["sit", "lift"]')
    copy.edit(STRONG, '["sit", "lift"]', '["sit"]')
    copy.edit(LIFT, "seconds = 4\nrepeats = 5", f"seconds = {seconds * 2 - 2}\nrepeats = 1")

    assert faults == len(copy.faults)


def test_a_dose_for_an_earlier_phase_of_recovery_counts_too(copy: Copy) -> None:
    copy.edit(SIT, "seconds = 10\nrepeats = 2", "seconds = 320\nrepeats = 2")

    assert "'Strong' takes 21 minutes" in " ".join(told(copy))


@pytest.mark.parametrize(
    "name", ["ease", "loosen", "strong", "extension", "first_aid", "desk_break"]
)
def test_a_routine_that_may_be_suggested_is_missed(copy: Copy, name: str) -> None:
    (copy.folder / "routines" / f"{name}.toml").unlink()
    first = "routines/desk_break.toml" if name != "desk_break" else EASE

    assert told(copy) == [f"{first}:1: id: there is no routine {name!r} beside it"]


def test_no_routine_at_all_is_told(copy: Copy) -> None:
    for file in (copy.folder / "routines").glob("*.toml"):
        file.unlink()

    assert told(copy) == [f"{SESSIONS}:3: page: there is no file of a routine beside it"]


@pytest.mark.parametrize("file", OF_STRETCHES)
def test_a_file_of_a_stretch_that_is_no_text_is_told(copy: Copy, file: str) -> None:
    (copy.folder / file).write_bytes(b'id = "\xff\xfe"\n')

    assert f"{file}:1: file: cannot be read: it is not UTF-8" in told(copy)


@pytest.mark.parametrize("file", OF_STRETCHES)
def test_broken_toml_in_a_stretch_is_told_with_its_line(copy: Copy, file: str) -> None:
    copy.edit(file, "reviewed", "= nothing\nreviewed")

    assert any(
        one.startswith(f"{file}:{copy.line_of(file, '= nothing')}: file: ") for one in told(copy)
    )


def test_stretches_come_in_the_order_of_their_numbers(copy: Copy) -> None:
    assert list(load(copy.folder).library.stretches) == ["lift", "sit"]


# --- files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_told(copy: Copy, file: str) -> None:
    (copy.folder / file).unlink()
    told = [str(fault) for fault in copy.faults if fault.file.endswith(file)]

    assert len(told) == 1
    assert told[0].startswith(f"{copy.folder / file}:1: file: cannot be read: ")


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_no_text_is_told(copy: Copy, file: str) -> None:
    (copy.folder / file).write_bytes(b'id = "\xff\xfe"\n')
    told = [str(fault) for fault in copy.faults if fault.file.endswith(file)]

    assert told == [f"{copy.folder / file}:1: file: cannot be read: it is not UTF-8"]


@pytest.mark.parametrize("file", FILES)
def test_broken_toml_is_told_with_its_line(copy: Copy, file: str) -> None:
    copy.edit(file, "[[", "= nothing\n[[")
    line = copy.line_of(file, "= nothing")
    told = [(fault.line, fault.key) for fault in copy.faults if fault.file.endswith(file)]

    assert line > 1
    assert told == [(line, "file")]


def test_an_empty_folder_is_told_file_by_file(tmp_path: Path) -> None:
    assert set(FILES) == {Path(fault.file).name for fault in faults_of(tmp_path)}


def test_a_file_that_cannot_be_read_is_the_only_fault(copy: Copy) -> None:
    (copy.folder / COURSE).write_text("nothing", encoding="utf-8")

    assert {Path(fault.file).name for fault in copy.faults} == {COURSE}


# --- all at once ----------------------------------------------------------------------------------


def test_several_faults_in_several_files_are_told_in_one_run(copy: Copy) -> None:
    copy.edit(CHECKLIST, 'title = "First"', 'title = "First"\ncolour = "red"')
    copy.edit(CHECKLIST, "with_pain = 7", "with_pain = true")
    copy.edit(CARE, "Call {call} about soon", "Call {number} about soon")
    copy.edit(NUMBERS, '["000", "112"]', '[0, "112"]')
    copy.edit(COURSE, 'month."\nsources = ["two"]', 'month."\nsources = ["three"]')

    assert [(Path(fault.file).name, fault.key) for fault in copy.faults] == [
        (CARE, "card.2.act"),
        (CHECKLIST, "page.0.colour"),
        (CHECKLIST, "raise.1.with_pain"),
        (COURSE, "rule.1.sources"),
        (NUMBERS, "country.1.ambulance.0"),
    ]


def test_faults_come_in_the_order_of_file_and_line_and_once_each(copy: Copy) -> None:
    copy.edit(NUMBERS, 'code = "BB"', 'code = "Beeland"')
    copy.edit(CARE, "Your crisis: {number}", "Your crisis: {call}")
    copy.edit(CARE, "Call {call} about soon", "Call {number} about soon")
    faults = copy.faults
    places = [(fault.file, fault.line) for fault in faults]

    assert sorted(places) == places
    assert len(faults) == len(set(faults)) == 3


def test_a_fault_reads_as_file_line_key_and_what(copy: Copy) -> None:
    copy.edit(CARE, "Text {number}", "Text {numbr}")
    line = copy.line_of(CARE, "{numbr}")

    assert [str(fault) for fault in copy.faults] == [
        f"{copy.folder / CARE}:{line}: shared.by_text: {{numbr}} stands for nothing here"
    ]


def test_content_that_cannot_be_used_tells_all_its_faults(copy: Copy) -> None:
    copy.edit(CARE, "Text {number}", "Text {numbr}")
    copy.edit(NUMBERS, 'code = "BB"', 'code = "Beeland"')

    with pytest.raises(ContentFaultsError) as error:
        load(copy.folder)

    assert copy.faults == error.value.faults
    assert len(str(error.value).splitlines()) == 2


# --- what is fine ---------------------------------------------------------------------------------


def test_lines_may_end_as_on_windows(copy: Copy) -> None:
    text = copy.text(CHECKLIST).replace("\n", "\r\n")
    (copy.folder / CHECKLIST).write_bytes(text.encode())

    assert copy.faults == ()


def test_a_translation_need_not_be_english(copy: Copy) -> None:
    copy.edit(CHECKLIST, 'ask = "Sick"', 'ask = "übel, 吐き気"')

    assert copy.faults == ()
    assert load(copy.folder).rules.signs["sick"].ask.endswith("吐き気")


def test_the_mark_of_content_changes_with_what_is_asked(copy: Copy) -> None:
    before = load(copy.folder).version
    copy.edit(CARE, "Shout.", "Whistle.")
    assert before == load(copy.folder).version

    copy.edit(CHECKLIST, 'ask = "Sick"', 'ask = "Queasy"')
    assert before != load(copy.folder).version
