"""Files of routines of one's own: read whole, or refused with a line for everything wrong."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.running import ROOT
from tests.journeys.houses import CATALOGUE
from tests.own import BRIDGE, CHAIR, HEAD, UNSAID, own_of

from unspasm.catalogue import ContentFaultsError, Fault
from unspasm.catalogue.own_rewriting import rewrite_own
from unspasm.catalogue.own_routines import MOST_BYTES, read_own, write_own
from unspasm.domain.own_as_routine import total_of
from unspasm.domain.own_routines import (
    NEEDS,
    PLACES,
    OwnExercise,
    OwnRoutine,
    OwnStep,
    Sides,
)
from unspasm.domain.session_plan import MOST_SECONDS
from unspasm.domain.stretches import Direction, Dose, Place

LIBRARY = CATALOGUE.library
BACKS = (Direction.NEUTRAL, Direction.BEND, Direction.ARCH, Direction.TWIST)
DOCUMENT = ROOT / "docs" / "own-routines.md"
WALK = '[[step]]\nstretch = "walk"\n'


def faults_of(raw: str | bytes) -> list[str]:
    """What is wrong with a file, a line each."""
    text = raw.encode() if isinstance(raw, str) else raw
    with pytest.raises(ContentFaultsError) as caught:
        read_own(text, "mine.toml", LIBRARY)
    return [str(fault) for fault in caught.value.faults]


def fault_of(raw: str | bytes) -> str:
    """The one thing that is wrong with a file."""
    (fault,) = faults_of(raw)
    return fault


# --- what is read ---------------------------------------------------------------------------------


def test_the_example_of_the_documents_is_a_routine() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    example = text.partition("```toml\n")[2].partition("```")[0]
    routine = own_of(example, LIBRARY)

    assert "home_programme" == routine.id
    assert {True, False} == {step.exercise is None for step in routine.steps}
    assert total_of(routine, LIBRARY) <= MOST_SECONDS


def test_every_key_of_a_file_stands_in_the_documents() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")

    for key in (
        "id", "name", "from", "note", "stretch", "seconds", "repeats", "rest", "sets", "between",
        "sides", "steps", "kind", "place", "strength", "back", "needs",
    ):  # fmt: skip
        assert f"`{key}`" in text


def test_a_stretch_of_ours_takes_what_is_not_said_from_our_dose() -> None:
    whole = own_of(HEAD + '[[step]]\nstretch = "bridge"\n', LIBRARY).steps[0]
    part = own_of(HEAD + '[[step]]\nstretch = "bridge"\nrepeats = 4\n', LIBRARY).steps[0]
    sets = own_of(HEAD + BRIDGE, LIBRARY).steps[0]

    assert OwnStep(stretch="bridge") == whole
    assert Dose(5, 4, 5) == part.dose
    assert Dose(5, 10, 5, 3, 30) == sets.dose


def test_what_is_not_said_of_an_exercise_is_not_made_up() -> None:
    step = own_of(HEAD + UNSAID, LIBRARY).steps[0]

    assert OwnExercise("Heel slides") == step.exercise
    assert (Dose(4, 10, 0), Sides.BOTH) == (step.dose, step.sides)


def test_what_is_said_of_an_exercise_is_read() -> None:
    step = own_of(HEAD + CHAIR + 'from = "A. Physio"\nneeds = ["wall"]\n', LIBRARY).steps[0]

    assert step.exercise == OwnExercise(
        "Arm reach", ("Sit tall.", "Reach up with one arm."), hold=False, place=Place.CHAIR,
        strength=False, back=Direction.NEUTRAL, needs=("wall",), given_by="A. Physio",
    )  # fmt: skip


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('id = "a/b"\nname = "x"\n' + WALK, "mine.toml:1: id: 'a/b' is not an id"),
        ('id = "../x"\nname = "x"\n' + WALK, "mine.toml:1: id: '../x' is not an id"),
        ('id = "a.b"\nname = "x"\n' + WALK, "mine.toml:1: id: 'a.b' is not an id"),
        ('id = "con"\nname = "x"\n' + WALK, "mine.toml:1: id: 'con' is not an id"),
        (f'id = "{"a" * 41}"\nname = "x"\n' + WALK, "mine.toml:1: id: "),
        ('id = "ease"\nname = "x"\n' + WALK, "mine.toml:1: id: 'ease' is a routine of the"),
        ('id = "a"\nname = " "\n' + WALK, "mine.toml:2: name: must not be empty"),
        ('id = "a"\nname = "\\u001b[31m"\n' + WALK, "mine.toml:2: name: holds a character that"),
        ('id = "a"\nname = "a\\u202eb"\n' + WALK, "mine.toml:2: name: holds a character that"),
        (f'id = "a"\nname = "{"x" * 41}"\n' + WALK, "mine.toml:2: name: has 41 letters, and 40"),
        ('id = "a"\nname = 7\n' + WALK, "mine.toml:2: name: Input should be a valid string"),
        (HEAD + f'note = "{"x" * 201}"\n' + WALK, "mine.toml:3: note: has 201 letters"),
        (HEAD + "colour = 1\n" + WALK, "mine.toml:3: colour: Extra inputs"),
        (HEAD + "step = []\n", "mine.toml:3: step: must have 1 to 20 steps, and has 0"),
        (HEAD + "[[step]]\n", "mine.toml:3: step.0: needs stretch"),
        (HEAD + WALK + 'name = "x"\n', "mine.toml:3: step.0: needs stretch"),
        (
            HEAD + '[[step]]\nstretch = "brige"\n',
            "step.0.stretch: there is no stretch 'brige'; near",
        ),
        (HEAD + WALK + "strength = true\n", "mine.toml:5: step.0.strength: goes with name"),
        (HEAD + WALK + 'from = "x"\n', "mine.toml:5: step.0.from: goes with name"),
        (HEAD + WALK + "seconds = true\n", "mine.toml:5: step.0.seconds: Input should be a valid"),
        (HEAD + WALK + "seconds = 5.0\n", "mine.toml:5: step.0.seconds: Input should be a valid"),
        (HEAD + WALK + "repeats = 0\n", "mine.toml:5: step.0.repeats: must be from 1 to 50"),
        (HEAD + WALK + "rest = -1\n", "mine.toml:5: step.0.rest: must be from 0 to 120"),
        (HEAD + WALK + "sets = 99\n", "mine.toml:5: step.0.sets: must be from 1 to 10"),
        (HEAD + WALK + 'sides = "left"\n', "mine.toml:5: step.0.sides: must be none for 'walk'"),
        (
            HEAD + '[[step]]\nstretch = "bird_dog"\nsides = "none"\n',
            "mine.toml:5: step.0.sides: must be both, left or right",
        ),
        (HEAD + '[[step]]\nname = "x"\nseconds = 5\n', "mine.toml:3: step.0: needs repeats"),
        (HEAD + UNSAID + 'place = "moon"\n', "mine.toml:8: step.0.place: Input should be"),
        (HEAD + UNSAID + 'steps = ["a\\nb"]\n', "mine.toml:8: step.0.steps.0: holds a character"),
        (HEAD + UNSAID + f"steps = {['x'] * 9}\n", "mine.toml:8: step.0.steps: has more than 8"),
        (HEAD + WALK + WALK, "mine.toml:5: step.1: 'walk' stands here a second time"),
        (HEAD + UNSAID + UNSAID, "mine.toml:8: step.1: 'Heel slides' stands here a second time"),
        (
            HEAD + '[[step]]\nname = "x"\nseconds = 60\nrepeats = 21\nplace = "chair"\n',
            "mine.toml:2: name: 'Mine' takes 21:08, and 20:00 is the most",
        ),
        ("", "mine.toml:1: "),
        ("a = \n", "mine.toml:1: file: "),
        (HEAD + "\nname = 1\n", "mine.toml:4: file: Cannot overwrite a value"),
        ("a = 1979-99-99\n", "mine.toml:1: file: "),
        (f"x = {'9' * 5000}\n", "mine.toml:1: file: "),
        ("x = " + "[" * 5000, "mine.toml:1: file: is nested too deeply"),
        ("#" * (MOST_BYTES + 1), "mine.toml:1: file: is larger than"),
        (b"\xff\xfe", "mine.toml:1: file: cannot be read: it is not UTF-8"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str | bytes, fault: str) -> None:
    assert any(fault in told for told in faults_of(text)), faults_of(text)


def test_twenty_minutes_are_taken_and_a_second_more_is_not() -> None:
    text = HEAD + '[[step]]\nname = "x"\nkind = "hold"\nplace = "chair"\nrest = 0\n'
    rest = "seconds = 149\nrepeats = 8\n"

    assert MOST_SECONDS == total_of(own_of(text + rest, LIBRARY), LIBRARY)
    assert "20:08" in fault_of(text + "seconds = 150\nrepeats = 8\n")


def test_tables_in_tables_in_tables_are_a_fault_too() -> None:
    found = faults_of("[" + "a." * 3000 + "a]\n")
    assert any(one.startswith("mine.toml:1: a: ") for one in found)


# --- what is written ------------------------------------------------------------------------------


_LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30
)
_EXERCISES = st.builds(
    OwnExercise,
    name=_LINE,
    steps=st.lists(_LINE, max_size=3).map(tuple),
    hold=st.booleans(),
    place=st.sampled_from([None, *PLACES]),
    strength=st.sampled_from([None, True, False]),
    back=st.sampled_from([None, *BACKS]),
    needs=st.lists(st.sampled_from(NEEDS), unique=True, max_size=2).map(tuple),
    given_by=_LINE | st.just(""),
)
_DOSES = st.builds(Dose, st.integers(1, 5), st.integers(1, 3), st.integers(0, 5)) | st.builds(
    Dose,
    st.integers(1, 5),
    st.integers(1, 2),
    st.integers(0, 5),
    st.integers(2, 3),
    st.integers(0, 9),
)
_OURS = st.builds(OwnStep, stretch=st.sampled_from(["bridge", "cat_cow"]), dose=_DOSES | st.none())
_STEPS = st.builds(OwnStep, exercise=_EXERCISES, dose=_DOSES, sides=st.sampled_from(Sides)) | _OURS
_ROUTINES = st.builds(
    OwnRoutine,
    id=st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True).map(lambda name: f"m_{name}"),
    name=_LINE,
    steps=st.lists(_STEPS, min_size=1, max_size=4, unique_by=lambda one: one.id).map(tuple),
    given_by=_LINE | st.just(""),
    note=_LINE | st.just(""),
)


@given(_ROUTINES)
def test_what_is_written_is_read_as_the_same_again(routine: OwnRoutine) -> None:
    assert routine == read_own(write_own(routine).encode(), "mine.toml", LIBRARY)


# --- any text at all ------------------------------------------------------------------------------


def outcome_of(raw: bytes) -> OwnRoutine | tuple[Fault, ...]:
    """The routine that a text gives, or its faults."""
    try:
        return read_own(raw, "mine.toml", LIBRARY)
    except ContentFaultsError as error:
        return error.faults


def look_at(raw: bytes) -> None:
    """Any text is a routine in its limits, or has faults that all name a line of it."""
    lines = raw.count(b"\n") + 1
    outcome = outcome_of(raw)
    if isinstance(outcome, OwnRoutine):
        assert 0 < total_of(outcome, LIBRARY) <= MOST_SECONDS
        return
    assert outcome
    for fault in outcome:
        assert "mine.toml" == fault.file
        assert 1 <= fault.line <= lines, fault
        assert fault.key
        assert fault.what


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_text_gives_a_routine_or_faults_that_all_name_a_line(raw: bytes) -> None:
    look_at(raw)


PIECES = [
    *(f"{line}\n" for line in (HEAD + CHAIR + UNSAID + BRIDGE).splitlines()),
    '"""', "[[", "]]", "= ", "\n", "\\", "\x00", "\u2028", "[step]\n", "[[step.x]]\n", "true",
    "1e999", "-9223372036854775809", "nan", "'", "{", "}", ",", "step.name = 3\n",
    "seconds = 181\n",
    "sets = 10\n",
    "between = 180\n", "sides = []\n", "steps = [[]]\n", "needs = ['roller', 'roller']\n",
]  # fmt: skip


def test_routines_with_pieces_put_in_taken_out_and_mixed_up_never_break_it() -> None:
    chance = random.Random(20)  # noqa: S311 - the same every time
    whole = (HEAD + CHAIR + UNSAID + BRIDGE).splitlines(keepends=True)
    for _ in range(600):
        lines = list(whole)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(lines))
            match chance.randrange(4):
                case 0:
                    lines.insert(place, chance.choice(PIECES))
                case 1:
                    del lines[place]
                case 2:
                    cut = chance.randrange(len(lines[place]))
                    lines[place] = lines[place][:cut] + chance.choice(PIECES) + lines[place][cut:]
                case _:
                    other = chance.randrange(len(lines))
                    lines[place], lines[other] = lines[other], lines[place]
            lines = lines or ["\n"]
        look_at("".join(lines).encode())


# --- changed --------------------------------------------------------------------------------------

BY_HAND = """\
# From the sheet of 3 March.
name = "Mine"    # as on the sheet
id = "mine"

# first thing in the morning
[[step]]
repeats = 10     # not more
stretch = "bridge"
seconds = 5

# slowly
[[step]]
name = "Heel slides"
# lying down
seconds = 4
repeats = 10
# the end
"""
BRIDGES, SLIDES = own_of(BY_HAND, LIBRARY).steps


def changed(text: str = BY_HAND, **what: object) -> str:
    """The text of a file after a change, which says what it is to say."""
    own = replace(own_of(text, LIBRARY), **what)  # type: ignore[arg-type] # of any kind
    new = rewrite_own(text.encode(), own, LIBRARY)
    assert own == own_of(new, LIBRARY)
    return new


def test_what_is_not_changed_stays_to_the_letter() -> None:
    assert BY_HAND == changed()


def test_a_change_touches_its_own_line_only() -> None:
    assert BY_HAND.replace('"Mine"', '"Ours"') == changed(name="Ours")
    dose = replace(BRIDGES.dose or Dose(1, 1, 0), repeats=8)
    new = changed(steps=(replace(BRIDGES, dose=dose), SLIDES))
    assert BY_HAND.replace("10     # not", "8     # not") == new


def test_a_step_that_moves_takes_its_comments_along() -> None:
    new = changed(steps=(SLIDES, BRIDGES))

    assert new.index("# slowly") < new.index("Heel") < new.index("# first") < new.index("bridge")
    assert sorted(filter(None, BY_HAND.splitlines())) == sorted(filter(None, new.splitlines()))


def test_a_step_that_goes_takes_its_comments_and_no_other_along() -> None:
    assert BY_HAND[: BY_HAND.index("\n# slowly")] == changed(steps=(BRIDGES,))


def test_what_is_new_comes_where_it_belongs() -> None:
    new = changed(note="Twice a day.", steps=(BRIDGES, OwnStep(stretch="walk"), SLIDES))

    head, bridges, walk, slides = new.split("[[step]]")
    assert 'note = "Twice a day."' in head
    assert ("# slowly" in walk, "# lying down" in slides) == (True, True)
    assert bridges.strip().endswith("seconds = 5")
    assert all(line in new for line in BY_HAND.splitlines())


def test_an_exercise_under_another_name_keeps_its_comments() -> None:
    exercise = replace(SLIDES.exercise or OwnExercise(""), name="Slides", steps=("Slide.",))
    new = changed(steps=(BRIDGES, replace(SLIDES, exercise=exercise)))

    assert '# slowly\n[[step]]\nname = "Slides"\n# lying down\nseconds = 4\n' in new


@pytest.mark.parametrize(
    "text",
    ["", "broken [", HEAD + "step = [{stretch = 'bridge'}, {stretch = 'walk'}]\n",
     HEAD + UNSAID + "steps = ['\\''\n[[step]]\n'\\'']\n"],
    ids=["empty", "no TOML", "no headings", "a heading in a text"],
)  # fmt: skip
def test_what_cannot_be_taken_apart_is_written_anew(text: str) -> None:
    own = own_of(HEAD + CHAIR, LIBRARY)

    assert write_own(own) == rewrite_own(text.encode(), own, LIBRARY)
