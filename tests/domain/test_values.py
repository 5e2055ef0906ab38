"""Small values: urgencies in order, locks within locks, ages, and times as lived."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from unspasm.domain.answers import Answers
from unspasm.domain.entries import About, Entry, EpisodeOver
from unspasm.domain.locks import Activity, Lock
from unspasm.domain.moment import Moment
from unspasm.domain.rules import Applies
from unspasm.domain.urgency import Urgency

LATE = datetime(2026, 5, 3, 23, 30, tzinfo=UTC)
TWO_HOURS = timedelta(hours=2)


# --- urgency --------------------------------------------------------------------------------------


def test_urgencies_are_ordered_from_self_care_to_emergency() -> None:
    words = [urgency.word for urgency in sorted(Urgency)]

    assert words == ["self_care", "routine", "soon", "same_day", "emergency"]


@pytest.mark.parametrize("urgency", Urgency)
def test_an_urgency_is_found_by_its_word(urgency: Urgency) -> None:
    assert urgency is Urgency.from_word(urgency.word)


@pytest.mark.parametrize("word", ["", "SAME_DAY", "same day", "none"])
def test_no_other_word_is_an_urgency(word: str) -> None:
    with pytest.raises(ValueError, match="no urgency is called"):
        Urgency.from_word(word)


# --- locks ----------------------------------------------------------------------------------------


def test_all_closes_everything_and_nothing_closes_nothing() -> None:
    assert frozenset(Activity) == Lock.ALL.closes
    assert frozenset() == Lock.NOTHING.closes


def test_each_lock_closes_more_than_the_next() -> None:
    ordered = [Lock.ALL, Lock.SESSIONS_AND_PACKS, Lock.SESSIONS, Lock.FLOOR, Lock.NOTHING]

    assert all(wider.closes >= narrower.closes for wider, narrower in pairwise(ordered))


@pytest.mark.parametrize(
    ("lock", "open_"),
    [
        (Lock.SESSIONS, {Activity.PACK}),
        (Lock.SESSIONS_AND_PACKS, set()),
        (Lock.FLOOR, {Activity.EASE, Activity.PACK, Activity.SESSION}),
    ],
)
def test_a_lock_leaves_open_what_its_name_does_not_say(lock: Lock, open_: set[Activity]) -> None:
    assert open_ == frozenset(Activity) - lock.closes


# --- age ------------------------------------------------------------------------------------------


def test_an_age_is_known_from_the_year_of_birth() -> None:
    assert About(year_of_birth=1986).age_in(2026) == 40


def test_an_age_is_never_negative() -> None:
    assert About(year_of_birth=2026).age_in(2020) == 0


def test_an_age_never_said_is_not_known() -> None:
    assert About().age_in(2026) is None


# --- times as lived -------------------------------------------------------------------------------


def test_an_entry_knows_when_it_was_as_lived() -> None:
    entry = Entry("one", LATE, TWO_HOURS, EpisodeOver())

    assert entry.lived.isoformat() == "2026-05-04T01:30:00"


def test_a_moment_knows_its_day_as_lived() -> None:
    moment = Moment(LATE, TWO_HOURS, awake=1.0, boot=1.0, boot_id="here")

    assert moment.lived.isoformat() == "2026-05-04T01:30:00"
    assert moment.day == date(2026, 5, 4)


# --- what applies ---------------------------------------------------------------------------------

NOT_ASKED = Answers(age=None, days=None, pain=None)


def said(
    *yes: str, unsure: str | None = None, age: int | None = None, days: float | None = None
) -> Answers:
    return Answers(age, days, 5, yes=frozenset(yes), unsure=frozenset([unsure] if unsure else []))


def test_what_names_no_condition_always_applies() -> None:
    assert Applies().to(NOT_ASKED)


@pytest.mark.parametrize(
    "applies",
    [
        Applies(facts=frozenset({"pregnant"})),
        Applies(days_over=21),
        Applies(age_from=11, age_to=59),
    ],
)
def test_what_was_not_asked_yet_makes_nothing_apply(applies: Applies) -> None:
    assert not applies.to(NOT_ASKED)


@pytest.mark.parametrize(
    ("applies", "answers", "expected"),
    [
        (Applies(facts=frozenset({"fever", "jaundice"})), said("fever"), True),
        (Applies(facts=frozenset({"fever"})), said(unsure="fever"), True),
        (Applies(facts=frozenset({"fever"})), said("jaundice"), False),
        (Applies(days_over=21), said(days=21), False),
        (Applies(days_over=21), said(days=21.01), True),
        (Applies(age_from=65), said(age=64), False),
        (Applies(age_from=65), said(age=65), True),
        (Applies(age_to=15), said(age=0), True),
        (Applies(age_to=15), said(age=16), False),
        (Applies(age_from=11, age_to=59), said(age=60), False),
        # any of several conditions suffices
        (Applies(facts=frozenset({"bones"}), age_from=65), said("bones", age=30), True),
        (Applies(facts=frozenset({"bones"}), age_from=65), said(age=70), True),
        (Applies(facts=frozenset({"bones"}), age_from=65), said(age=30), False),
    ],
)
def test_any_condition_suffices(applies: Applies, answers: Answers, *, expected: bool) -> None:
    assert expected is applies.to(answers)
