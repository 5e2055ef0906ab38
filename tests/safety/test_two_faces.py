"""Rule 16: the same answers give the same assessment and the same entries, however they are given.

The plain face is driven by a typist who reads what is printed; the full screen by the events that
its keys send; `check --answers` by JSON; and all three are held against the rules themselves.
"""

import json
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import asdict, replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.journeys.houses import (
    CATALOGUE,
    FakeClock,
    bodies,
    house_at,
    hurry,
    kept_in,
    press,
)
from tests.plain.talking import Talk, Truth

from unspasm.cli import main
from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import assess
from unspasm.domain.check_events import (
    UNSURE,
    Choose,
    Confirm,
    Event,
    NoneOfThese,
    NotSure,
    Number,
    Shown,
    StillSettled,
    Tick,
    Untick,
)
from unspasm.domain.check_state import CheckState, SettledQuestion
from unspasm.domain.entries import About, Check, Said, SettledAnswer
from unspasm.domain.rules import ChoiceQuestion, NumberQuestion, Page, Step
from unspasm.domain.urgency import Urgency
from unspasm.journeys.care import CareJourney
from unspasm.journeys.check import CheckJourney
from unspasm.journeys.house import House

RULES = CATALOGUE.rules
PAGES = [step for step in RULES.steps if isinstance(step, Page)]
CHOICES = {step.id: step for step in RULES.steps if isinstance(step, ChoiceQuestion)}
ON_PAGES = [sign for page in PAGES for sign in page.signs]
CANNOT_WAIT = sorted(sign.id for sign in ON_PAGES if sign.urgency is Urgency.EMERGENCY)
CAN_WAIT = sorted(sign.id for sign in ON_PAGES if sign.urgency < Urgency.EMERGENCY)
MOST_STEPS = 60


# --- anybody --------------------------------------------------------------------------------------

some = st.frozensets(st.sampled_from(CAN_WAIT), max_size=5)
one_that_cannot_wait = st.one_of(
    st.just(frozenset[str]()),
    st.just(frozenset[str]()),
    st.sampled_from(CANNOT_WAIT).map(lambda sign: frozenset({sign})),
)


@st.composite
def anybody(draw: st.DrawFn) -> Truth:
    """Somebody who could sit in front of either face."""
    yes = draw(some) | draw(one_that_cannot_wait)
    unsure = (draw(some) | draw(one_that_cannot_wait)) - yes
    feels = draw(st.lists(st.sampled_from(SettledAnswer), min_size=1, max_size=7))
    return Truth(
        yes=yes,
        unsure=unsure,
        numbers={
            "age": draw(st.one_of(st.integers(11, 75), st.integers(0, 120))),
            "days": draw(st.integers(0, 400).map(lambda quarters: quarters / 4)),
            "pain": draw(st.integers(0, 10)),
        },
        chosen={
            name: draw(st.integers(UNSURE, len(question.options) - 1))
            for name, question in CHOICES.items()
        },
        still={sign: feels[place % len(feels)] for place, sign in enumerate(RULES.signs)},
    )


# --- the three ways -------------------------------------------------------------------------------


def by_lines(house: House, truth: Truth) -> str:
    """Go through a check on the plain face; return what was printed."""
    return Talk(house).check_as(truth)


def by_keys(house: House, clock: FakeClock, truth: Truth) -> CheckJourney:
    """Go through a check as the full screen would."""
    run = CheckJourney(house)
    for _ in range(MOST_STEPS):
        if run.state.ending:
            return run
        press(run, clock, *keys(run.state, truth))
        assert run.state.refusal is None
    raise AssertionError(f"never ended; now at {run.state.at}")


def keys(state: CheckState, truth: Truth) -> Iterator[Event]:
    """What the keys of the full screen send for one step."""
    match state.step:
        case SettledQuestion(sign=sign):
            yield StillSettled(truth.still[sign.id])
        case NumberQuestion(id=name):
            yield Number(float(truth.numbers[name]))
        case ChoiceQuestion(id=name):
            yield Choose(truth.chosen[name])
        case Page(signs=signs):
            half = len(signs) // 2
            yield Shown(frozenset(sign.id for sign in signs[:half]))
            for sign in signs:
                if sign.id in truth.yes:
                    yield Tick(sign.id)
                elif sign.id in truth.unsure:
                    yield NotSure(sign.id)
                elif sign.id in state.yes | state.unsure:
                    yield Untick(sign.id)
            yield Shown(frozenset(sign.id for sign in signs[half:]))
            marked = any(sign.id in truth.yes | truth.unsure for sign in signs)
            yield Confirm() if marked or state.already_known else NoneOfThese()


def by_rules(truth: Truth) -> tuple[Answers, str | None]:
    """What is answered until the end, and the step that is the end if it is an emergency."""
    answers = Answers(age=None, days=None, pain=None)
    for step in RULES.steps:
        if step.applies.to(answers):
            answers = with_step(answers, step, truth)
            if assess(RULES, answers).urgency is Urgency.EMERGENCY:
                return answers, step.id
    return answers, None


def with_step(answers: Answers, step: Step, truth: Truth) -> Answers:
    """The answers with one more step answered."""
    match step:
        case NumberQuestion(id="age"):
            return replace(answers, age=int(truth.numbers["age"]))
        case NumberQuestion(id="days"):
            return replace(answers, days=truth.numbers["days"])
        case NumberQuestion(id="pain"):
            return replace(answers, pain=int(truth.numbers["pain"]))
        case ChoiceQuestion(id=name, options=options):
            place = truth.chosen[name]
            chosen = [] if place == UNSURE else [options[place]]
            doubtful = options if place == UNSURE else ()
            trend = next((one.trend for one in chosen if one.trend), answers.trend)
            yes = {one.sign.id for one in chosen if one.sign}
            unsure = {one.sign.id for one in doubtful if one.sign}
            return replace(more(answers, yes, unsure), trend=trend)
        case Page(signs=signs):
            ids = {sign.id for sign in signs}
            return more(answers, ids & truth.yes, ids & truth.unsure)
        case NumberQuestion():
            raise AssertionError(f"a number that nobody knows: {step.id}")


def more(answers: Answers, yes: set[str], unsure: set[str]) -> Answers:
    """The answers with more signs."""
    return replace(
        answers,
        yes=answers.yes | {fact for sign in yes for fact in RULES.signs[sign].covers},
        unsure=answers.unsure | {fact for sign in unsure for fact in RULES.signs[sign].covers},
    )


def by_json(answers: Answers, folder: Path) -> tuple[int, dict[str, Any]]:
    """Ask `check --answers --record` in this process; return its exit code and what it printed."""
    file = folder / "answers.json"
    body = {
        "age": answers.age,
        "days": answers.days,
        "pain": answers.pain,
        "trend": answers.trend.value,
        "yes": sorted(answers.yes),
        "unsure": sorted(answers.unsure),
    }
    file.write_text(json.dumps(body), encoding="utf-8")
    with redirect_stdout(StringIO()) as said:
        code = main(["check", "--answers", str(file), "--json", "--record"])
    return code, json.loads(said.getvalue())


# --- the same -------------------------------------------------------------------------------------


def latest_card(house: House) -> CareJourney:
    latest = house.status().latest
    assert latest is not None
    return CareJourney(house, latest)


@settings(max_examples=25)
@given(anybody())
def test_the_same_answers_come_to_the_same_on_both_faces(truth: Truth) -> None:
    with TemporaryDirectory() as folder:
        clock = FakeClock()
        lines, keyed = (house_at(Path(folder) / name, clock) for name in ("lines", "keys"))
        printed = by_lines(lines, truth)
        by_keys(keyed, clock, truth)

        assert bodies(lines, Check) == bodies(keyed, Check)
        assert bodies(lines, About) == bodies(keyed, About)
        assert lines.status().closed == keyed.status().closed
        assert latest_card(lines).card == latest_card(keyed).card
        (check,) = bodies(lines, Check)
        assert isinstance(check, Check)
        answers, stopped_at = by_rules(truth)
        assessment = assess(RULES, answers)
        assert check.answers == answers
        assert (check.urgency, check.reasons) == (assessment.urgency, assessment.reasons)
        assert (check.stopped_at, check.complete) == (stopped_at, stopped_at is None)
        card = latest_card(keyed).card
        assert all(line in printed for line in (card.heading, *card.act, *card.why, *card.notes))


@settings(max_examples=15)
@given(anybody(), st.sampled_from(Said))
def test_what_a_clinician_has_seen_is_asked_and_counted_the_same_on_both_faces(
    truth: Truth, said: Said
) -> None:
    with TemporaryDirectory() as folder:
        clock = FakeClock()
        lines, keyed = (house_at(Path(folder) / name, clock) for name in ("lines", "keys"))
        by_lines(lines, truth)
        by_keys(keyed, clock, truth)
        for house in (lines, keyed):
            latest_card(house).seen(0, said)
        clock.advance(hours=1)
        by_lines(lines, truth)
        by_keys(keyed, clock, truth)

        assert bodies(lines, Check) == bodies(keyed, Check)
        assert bodies(lines, About) == bodies(keyed, About)
        assert lines.status().closed == keyed.status().closed
        assert lines.status().settled.reasons == keyed.status().settled.reasons


@settings(max_examples=15)
@given(anybody(), st.integers(1, 12))
def test_a_check_begun_on_one_face_is_finished_on_the_other(truth: Truth, steps: int) -> None:
    with TemporaryDirectory() as folder:
        clock = FakeClock()
        broken, whole = (Path(folder) / name for name in ("broken", "whole"))
        run = CheckJourney(house_at(broken, clock))
        for _ in range(steps):
            if not run.state.ending:
                press(run, clock, *keys(run.state, truth))
        if not run.state.ending:
            by_lines(house_at(broken, clock), truth)
        by_lines(house_at(whole, clock), truth)

        assert kept_in(broken, clock, Check) == kept_in(whole, clock, Check)


def a_person(**changed: object) -> Truth:
    plain = Truth(
        numbers={"age": 38, "days": 2.5, "pain": 6},
        chosen={"pregnancy": 0, "trend": 1, "recurrence": 0, "began_with": 0},
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


HANDFUL = {
    "none of the signs": a_person(),
    "too long": a_person(numbers={"age": 52, "days": 30, "pain": 4}),
    "within days": a_person(yes=frozenset({"night_sweats", "everyday"})),
    "today": a_person(yes=frozenset({"fever"}), unsure=frozenset({"thinner"})),
    "not sure": a_person(unsure=frozenset({"limb_mild", "diabetes"})),
    "old and fallen": a_person(
        numbers={"age": 80, "days": 0.25, "pain": 8},
        chosen={"trend": UNSURE, "recurrence": 1, "began_with": 1},
    ),
    "perhaps pregnant": a_person(
        chosen={"pregnancy": UNSURE, "trend": 2, "recurrence": UNSURE, "began_with": 0}
    ),
    "under 16": a_person(numbers={"age": 15, "days": 1, "pain": 3}),
}


@pytest.fixture(autouse=True)
def hasty_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands keep their record."""
    monkeypatch.setenv("UNSPASM_HOME", str(tmp_path / "commands"))
    monkeypatch.delenv("UNSPASM_CONTENT", raising=False)
    return tmp_path / "commands"


@pytest.mark.parametrize("truth", HANDFUL.values(), ids=HANDFUL.keys())
def test_json_comes_to_the_same_and_records_the_same(
    truth: Truth, home: Path, tmp_path: Path
) -> None:
    clock = FakeClock()
    house = house_at(tmp_path / "lines", clock)
    by_lines(house, truth)
    (check,) = bodies(house, Check)
    assert isinstance(check, Check)
    code, printed = by_json(check.answers, tmp_path)

    assert code == 10 * check.urgency
    assert printed["urgency"] == check.urgency.word
    assert printed["reasons"] == [
        {
            "sign": reason.sign,
            "urgency": reason.urgency.word,
            "because": reason.because,
            "sources": list(reason.sources),
        }
        for reason in check.reasons
    ]
    card = json.loads(
        json.dumps({**asdict(latest_card(house).card), "urgency": printed["urgency"]})
    )
    for one in (card, printed["card"]):
        one["notes"].pop()  # how old the advice is, by two different clocks
    assert card == printed["card"]
    assert kept_in(home, clock, Check) == [check]


@pytest.mark.parametrize("sign", ["saddle", "very_ill", "tearing"])
def test_where_a_check_ends_early_json_is_an_emergency_as_well(
    sign: str, home: Path, tmp_path: Path
) -> None:
    truth = a_person(yes=frozenset({sign, "limb_mild"}))
    house = house_at(tmp_path / "lines", FakeClock())
    by_lines(house, truth)
    (check,) = bodies(house, Check)
    assert isinstance(check, Check)
    assert check.answers.age is None
    whole = replace(check.answers, age=38, days=0.0, pain=0, trend=Trend.IMPROVING)
    code, printed = by_json(whole, tmp_path)

    assert code == 40
    assert printed["urgency"] == "emergency"
    asked = [one["sign"] for one in printed["reasons"]]
    assert asked == [reason.sign for reason in check.reasons]


def test_the_age_in_json_is_kept_as_on_both_faces(home: Path, tmp_path: Path) -> None:
    clock = FakeClock()
    house = house_at(tmp_path / "lines", clock)
    by_lines(house, a_person())
    by_json(by_rules(a_person())[0], tmp_path)

    (said,), (kept,) = bodies(house, About), kept_in(home, clock, About)
    for about in (said, kept):
        assert isinstance(about, About)
        assert about.said_in is not None
        assert about.age_in(about.said_in) == 38
