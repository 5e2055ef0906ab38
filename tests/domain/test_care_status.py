"""What stands: every check not yet seen by a clinician or taken back, and what it locks."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.domain.record import START, Record

from unspasm.domain.care_status import CareStatus, Settled, care_status, closed_by, reasons_without
from unspasm.domain.entries import About, Check, Entry, Lapsed, Said, SettledAnswer
from unspasm.domain.locks import Activity, Lock
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency

NOTHING = frozenset[Activity]()
EVERYTHING = frozenset(Activity)
DAY = timedelta(days=1)


@pytest.fixture
def record(rules: Rules) -> Record:
    """A record with nothing in it."""
    return Record(rules)


def waiting(status: CareStatus) -> list[list[str]]:
    return [[reason.id for reason in standing.reasons] for standing in status.standing]


# --- locks stand ----------------------------------------------------------------------------------


def test_nothing_recorded_locks_nothing(record: Record) -> None:
    status = record.status

    assert status == CareStatus(About(), (), NOTHING, False, Settled(), None)  # noqa: FBT003
    assert status.card_first is None


@pytest.mark.parametrize("signs", [(), ("everyday",), ("leg_one", "sick"), ("first_ever",)])
def test_what_is_soon_or_less_does_not_stand(record: Record, signs: tuple[str, ...]) -> None:
    record.check(*signs)

    assert record.status.standing == ()
    assert record.status.closed == NOTHING


@pytest.mark.parametrize(
    ("sign", "lock"),
    [
        ("saddle", Lock.ALL),
        ("fever", Lock.SESSIONS_AND_PACKS),
        ("limb_mild", Lock.SESSIONS),
        ("severe", Lock.FLOOR),
    ],
)
def test_a_lock_goes_by_its_sign(record: Record, sign: str, lock: Lock) -> None:
    record.check(sign)

    assert lock.closes == record.status.closed
    assert waiting(record.status) == [[sign]]


def test_locks_of_one_check_add_up(record: Record) -> None:
    record.check("severe", "painkiller")

    assert Lock.SESSIONS.closes | Lock.FLOOR.closes == record.status.closed


def test_locks_of_several_checks_add_up(record: Record) -> None:
    record.check("severe")
    record.check("fever")

    assert Lock.SESSIONS_AND_PACKS.closes == record.status.closed
    assert waiting(record.status) == [["fever"], ["severe"]]


def test_a_check_that_an_emergency_ended_locks_as_much(record: Record) -> None:
    record.check("saddle", complete=False)

    assert record.status.closed == EVERYTHING


def test_a_later_check_without_the_sign_does_not_unlock(record: Record) -> None:
    record.check("saddle")
    record.check("fever")
    record.check()
    record.check()

    assert record.status.closed == EVERYTHING
    assert waiting(record.status) == [["saddle"], ["fever"]]


def test_having_called_opens_nothing(record: Record) -> None:
    record.called(record.check("saddle"))

    assert record.status.closed == EVERYTHING
    assert waiting(record.status) == [["saddle"]]


def test_the_time_of_the_last_call_is_known(record: Record) -> None:
    check = record.check("saddle")
    assert record.status.standing[0].called_at is None

    first, last = record.called(check), record.called(check)

    assert first.at < last.at
    assert last.at == record.status.standing[0].called_at


def test_an_emergency_lets_nothing_lead_on_until_something_was_said_of_it(record: Record) -> None:
    check = record.check("saddle")
    assert record.status.standing[0].stays

    record.called(check)
    assert not record.status.standing[0].stays


# --- seen by a clinician --------------------------------------------------------------------------


def test_go_on_opens_everything(record: Record) -> None:
    record.seen(record.check("saddle"), said=Said.GO_ON)

    assert record.status.closed == NOTHING
    assert record.status.standing == ()


def test_did_not_say_opens_packs_and_positions_of_ease(record: Record) -> None:
    record.seen(record.check("saddle"), said=Said.DID_NOT_SAY)

    assert frozenset({Activity.SESSION, Activity.FLOOR}) == record.status.closed


def test_not_yet_opens_nothing(record: Record) -> None:
    record.seen(record.check("saddle"), said=Said.NOT_YET)

    assert record.status.closed == EVERYTHING


@pytest.mark.parametrize("said", [Said.NOT_YET, Said.DID_NOT_SAY])
def test_once_seen_a_lock_may_stay_without_anything_to_call_about(
    record: Record, said: Said
) -> None:
    record.seen(record.check("saddle"), said=said)
    status = record.status

    assert waiting(status) == [[]]
    assert Urgency.SELF_CARE is status.standing[0].urgency
    assert status.card_first is None


@pytest.mark.parametrize("first", [Said.NOT_YET, Said.DID_NOT_SAY])
def test_a_later_go_on_opens_what_was_still_closed(record: Record, first: Said) -> None:
    check = record.check("saddle")
    record.seen(check, said=first)

    record.seen(check, said=Said.GO_ON)

    assert record.status.closed == NOTHING
    assert record.status.standing == ()


def test_seen_opens_only_the_reasons_that_it_names(record: Record) -> None:
    check = record.check("saddle", "limb_mild")

    record.seen(check, "saddle")

    assert waiting(record.status) == [["limb_mild"]]
    assert Lock.SESSIONS.closes == record.status.closed


def test_seen_opens_only_the_check_that_it_names(record: Record) -> None:
    first = record.check("saddle")
    second = record.check("saddle")

    record.seen(first)

    assert [standing.check for standing in record.status.standing] == [second]
    assert record.status.closed == EVERYTHING


def test_seen_for_a_reason_that_was_not_there_opens_nothing(record: Record) -> None:
    record.seen(record.check("saddle"), "fever")

    assert record.status.closed == EVERYTHING


def test_seen_counts_whatever_its_clock_said(record: Record) -> None:
    check = record.check("saddle")

    record.seen(check, at=check.at - 30 * DAY)

    assert record.status.closed == NOTHING


# --- taken back -----------------------------------------------------------------------------------


def test_a_mistake_taken_back_opens_everything(record: Record) -> None:
    record.taken_back(record.check("saddle"))

    assert record.status.closed == NOTHING
    assert record.status.standing == ()


def test_taking_back_opens_only_the_reasons_that_it_names(record: Record) -> None:
    check = record.check("chest", "fever")

    record.taken_back(check, "fever")

    assert waiting(record.status) == [["chest"]]
    assert record.status.closed == EVERYTHING


def test_what_falls_with_a_mistake_is_all_that_rested_on_it(record: Record, rules: Rules) -> None:
    check = record.check("fever", "leg_numb", "everyday").body
    assert isinstance(check, Check)

    assert reasons_without(rules, check, ["fever"]) == {"fever", "fever_and_nerve"}
    assert reasons_without(rules, check, ["leg_numb"]) == {"leg_numb", "fever_and_nerve"}
    assert reasons_without(rules, check, []) == frozenset()
    assert reasons_without(rules, check, ["everyday", "fever", "leg_numb"]) == {
        reason.id for reason in check.reasons
    }


def test_a_mistake_among_what_was_not_sure_falls_too(record: Record, rules: Rules) -> None:
    check = record.check("leg_numb", unsure=["fever"]).body
    assert isinstance(check, Check)

    assert reasons_without(rules, check, ["fever"]) == {"fever", "fever_and_nerve"}


def test_a_sign_that_content_no_longer_has_can_still_be_taken_back(
    record: Record, rules: Rules
) -> None:
    check = from_older_content(record.check("chest").body, "chest")

    assert reasons_without(rules, check, ["chest_before"]) == {"chest_before"}


def test_taking_back_one_sign_opens_no_reason_that_content_no_longer_has(
    record: Record, rules: Rules
) -> None:
    check = from_older_content(record.check("chest", "fever").body, "chest")

    assert reasons_without(rules, check, ["fever"]) == {"fever"}


def from_older_content(body: object, sign: str) -> Check:
    """The same check from a time when a sign went by another name."""
    assert isinstance(body, Check)
    older = f"{sign}_before"
    reasons = tuple(
        replace(reason, id=older, sign=older, signs=frozenset({older}))
        if reason.id == sign
        else reason
        for reason in body.reasons
    )
    return replace(body, reasons=reasons)


# --- lapsing --------------------------------------------------------------------------------------


def test_a_same_day_lock_lapses_after_its_episode_and_a_clear_full_check(record: Record) -> None:
    record.check("fever")
    record.over()
    record.check()

    assert record.status.standing == ()
    assert record.status.closed == NOTHING


def test_a_same_day_lock_does_not_lapse_with_the_episode_alone(record: Record) -> None:
    record.check("fever")
    record.over()

    assert Lock.SESSIONS_AND_PACKS.closes == record.status.closed


def test_a_same_day_lock_does_not_lapse_with_a_clear_check_alone(record: Record) -> None:
    record.check("fever")
    record.check()

    assert Lock.SESSIONS_AND_PACKS.closes == record.status.closed


def test_a_clear_check_before_the_episode_was_over_does_not_count(record: Record) -> None:
    record.check("fever")
    record.check()
    record.over()

    assert Lock.SESSIONS_AND_PACKS.closes == record.status.closed


def test_an_episode_that_was_over_before_does_not_count(record: Record) -> None:
    record.over()
    record.check("fever")
    record.check()

    assert Lock.SESSIONS_AND_PACKS.closes == record.status.closed


def test_a_clock_set_back_opens_nothing(record: Record) -> None:
    record.over()
    record.check()
    record.check("fever", at=START - 365 * DAY)

    assert Lock.SESSIONS_AND_PACKS.closes == record.status.closed


def test_a_check_that_was_not_finished_lets_nothing_lapse(record: Record) -> None:
    record.check("fever")
    record.over()
    record.check(complete=False)

    assert Lock.SESSIONS_AND_PACKS.closes == record.status.closed


@pytest.mark.parametrize("sign", ["severe", "limb_mild", "saddle"])
def test_a_check_with_an_unsettled_sign_lets_nothing_lapse(record: Record, sign: str) -> None:
    record.check("fever")
    record.over()
    record.check(sign)

    assert ["fever"] in waiting(record.status)


def test_a_lock_lapses_with_the_next_clear_check_after_a_serious_sign_was_seen(
    record: Record,
) -> None:
    record.check("fever")
    record.over()
    record.seen(record.check("severe"))
    assert ["fever"] in waiting(record.status)

    record.check()
    assert record.status.standing == ()


def test_a_lapse_is_kept_and_not_read_from_clocks(record: Record) -> None:
    record.check("fever")
    record.over()
    record.check(at=START - 365 * DAY)

    assert record.status.standing == ()
    assert [Lapsed("entry-000", frozenset({"fever"}))] == [
        entry.body for entry in record.entries if isinstance(entry.body, Lapsed)
    ]


def test_soon_and_routine_signs_let_a_lock_lapse(record: Record) -> None:
    record.check("fever")
    record.over()
    record.check("leg_one", "everyday")

    assert record.status.standing == ()


def test_an_emergency_never_lapses(record: Record) -> None:
    record.check("saddle")
    for _ in range(3):
        record.over()
        record.check()

    assert waiting(record.status) == [["saddle"]]
    assert record.status.closed == EVERYTHING


def test_a_same_day_sign_beside_an_emergency_does_not_lapse(record: Record) -> None:
    record.check("chest", "fever")
    record.over()
    record.check()

    assert waiting(record.status) == [["chest", "fever"]]


def test_a_same_day_sign_lapses_once_the_emergency_beside_it_was_seen(record: Record) -> None:
    record.seen(record.check("chest", "fever"), "chest")
    record.over()
    record.check()

    assert record.status.standing == ()


def test_not_yet_about_an_emergency_does_not_lapse(record: Record) -> None:
    record.seen(record.check("saddle"), said=Said.NOT_YET)
    record.over()
    record.check()

    assert record.status.closed == EVERYTHING


def test_not_yet_about_a_same_day_sign_lapses(record: Record) -> None:
    record.seen(record.check("fever"), said=Said.NOT_YET)
    record.over()
    record.check()

    assert record.status.closed == NOTHING


# --- settled --------------------------------------------------------------------------------------


def test_what_a_clinician_has_seen_is_settled(record: Record) -> None:
    seen = record.seen(record.check("saddle", "everyday"))

    assert record.status.settled == Settled(
        {"everyday": seen.at, "saddle": seen.at}, frozenset({"saddle", "everyday"})
    )


def test_every_sign_of_a_raise_that_was_seen_is_settled(record: Record) -> None:
    record.seen(record.check("fever", "leg_numb"))
    settled = record.status.settled

    assert settled.signs.keys() == {"fever", "leg_numb"}
    assert settled.reasons == {"fever", "leg_numb", "fever_and_nerve"}


@pytest.mark.parametrize("said", Said)
def test_it_is_settled_whatever_was_said_about_exercise(record: Record, said: Said) -> None:
    record.seen(record.check("saddle"), said=said)

    assert record.status.settled.signs.keys() == {"saddle"}


def test_what_was_not_named_is_not_settled(record: Record) -> None:
    record.seen(record.check("saddle", "fever"), "saddle")

    assert record.status.settled.signs.keys() == {"saddle"}
    assert record.status.settled.reasons == {"saddle"}


def test_a_mistake_taken_back_is_not_settled(record: Record) -> None:
    record.taken_back(record.check("saddle"))

    assert record.status.settled == Settled()


def test_seen_for_a_check_that_is_not_there_settles_nothing(record: Record) -> None:
    elsewhere = Record(record.rules)
    elsewhere.over()
    record.seen(elsewhere.check("saddle"))

    assert record.status.settled == Settled()


def test_seen_for_what_is_no_check_settles_nothing(record: Record) -> None:
    record.seen(record.over(), "saddle")

    assert record.status.settled == Settled()


def test_the_last_time_that_it_was_seen_counts(record: Record) -> None:
    check = record.check("saddle")
    first, last = record.seen(check), record.seen(check)

    assert first.at < last.at
    assert record.status.settled.signs == {"saddle": last.at}


def test_the_same_stays_settled(record: Record) -> None:
    record.seen(record.check("saddle"))
    record.check(settled={"saddle": SettledAnswer.SAME})

    assert "saddle" in record.status.settled.signs


@pytest.mark.parametrize("answer", [one for one in SettledAnswer if one is not SettledAnswer.SAME])
def test_what_is_no_longer_the_same_is_no_longer_settled(
    record: Record, answer: SettledAnswer
) -> None:
    record.seen(record.check("saddle", "fever"))
    record.check(settled={"saddle": answer, "fever": SettledAnswer.SAME})

    assert record.status.settled.signs.keys() == {"fever"}


def test_seen_again_after_a_change_it_is_settled_again(record: Record) -> None:
    record.seen(record.check("saddle"))
    worse = record.check("saddle", settled={"saddle": SettledAnswer.WORSE})
    assert record.status.settled.signs == {}

    record.seen(worse)

    assert "saddle" in record.status.settled.signs


# --- what holds for the person --------------------------------------------------------------------


def test_the_latest_word_about_the_person_counts(record: Record) -> None:
    record.about(About(country="GB"))
    record.about(About(country="NZ"))

    assert record.status.about.country == "NZ"


@pytest.mark.parametrize(("born", "young"), [(2010, False), (2011, True), (2026, True)])
def test_under_16_everything_is_closed(record: Record, born: int, *, young: bool) -> None:
    record.about(About(year_of_birth=born, said_in=2026))
    status = record.status

    assert young is status.under_16
    assert (EVERYTHING if young else NOTHING) == status.closed


def test_an_age_that_was_never_said_closes_nothing(record: Record) -> None:
    record.about(About(country="GB"))

    assert not record.status.under_16
    assert record.status.closed == NOTHING


@pytest.mark.parametrize("pregnancy", ["pregnant", "maybe_pregnant"])
def test_pregnant_or_perhaps_closes_floor_work(record: Record, pregnancy: str) -> None:
    record.about(About(pregnancy=pregnancy))

    assert Lock.FLOOR.closes == record.status.closed


@pytest.mark.parametrize("pregnancy", ["no", None])
def test_not_pregnant_closes_nothing(record: Record, pregnancy: str | None) -> None:
    record.about(About(pregnancy=pregnancy))

    assert record.status.closed == NOTHING


def test_a_clinician_s_go_on_opens_no_floor_work_in_pregnancy(record: Record) -> None:
    record.about(About(pregnancy="pregnant"))
    record.seen(record.check("saddle"))

    assert Lock.FLOOR.closes == record.status.closed


def test_a_clinician_s_go_on_opens_nothing_under_16(record: Record) -> None:
    record.about(About(year_of_birth=2012))
    record.seen(record.check("saddle"))

    assert record.status.closed == EVERYTHING


def test_15_said_in_december_is_still_under_16_in_january() -> None:
    said = About(year_of_birth=2026 - 15, said_in=2026)
    entry = Entry("about", START, timedelta(0), said)

    assert care_status(16, [entry], 2027).under_16


# --- what comes first -----------------------------------------------------------------------------


def test_the_most_urgent_card_comes_first_and_then_the_newest(record: Record) -> None:
    old_fever = record.check("fever")
    old_saddle = record.check("saddle")
    new_saddle = record.check("saddle")
    new_fever = record.check("fever")

    standing = [one.check for one in record.status.standing]

    assert [new_saddle, old_saddle, new_fever, old_fever] == standing
    assert record.status.card_first == record.status.standing[0]


def test_a_card_with_nothing_left_to_call_about_does_not_come_first(record: Record) -> None:
    record.seen(record.check("saddle"), said=Said.NOT_YET)
    fever = record.check("fever")
    first = record.status.card_first

    assert first is not None
    assert fever == first.check


def test_the_newest_check_is_known_complete_or_not(record: Record) -> None:
    record.check()
    newest = record.check("saddle", complete=False)
    record.over()

    assert newest == record.status.latest


# --- what an entry leaves closed ------------------------------------------------------------------


def test_an_entry_knows_what_it_leaves_closed(record: Record) -> None:
    check = record.check("saddle")
    assert closed_by(check, record.entries) == "ease,floor,pack,session"

    seen = record.seen(check, said=Said.DID_NOT_SAY)
    assert closed_by(seen, record.entries) == "floor,session"
    assert closed_by(check, record.entries) == "floor,session"

    mistake = record.taken_back(check)
    assert closed_by(mistake, record.entries) == ""


def test_an_entry_answers_for_its_own_check_only(record: Record) -> None:
    record.check("saddle")
    fever = record.check("severe")

    assert closed_by(fever, record.entries) == "floor"


def test_an_entry_about_no_check_closes_nothing(record: Record) -> None:
    record.check("saddle")

    assert closed_by(record.over(), record.entries) == ""
    assert closed_by(record.about(About()), record.entries) == ""


# --- any entries ----------------------------------------------------------------------------------


def test_entries_that_do_not_bear_on_care_are_passed_over(record: Record) -> None:
    record.check("saddle")
    before = record.status

    record.add("a pain of 4")  # type: ignore[arg-type]

    assert before == record.status


# --- any order ------------------------------------------------------------------------------------


def test_an_entry_that_came_twice_counts_once(record: Record) -> None:
    record.seen(record.check("saddle"))
    once = record.status

    record.entries *= 2

    assert once == record.status


def test_entries_of_the_same_second_keep_one_order(record: Record) -> None:
    record.check("fever", at=START)
    record.check("fever", at=START)
    record.add(About(country="GB"), at=START)
    record.add(About(country="NZ"), at=START)
    forwards = record.status

    record.entries.reverse()

    assert forwards == record.status
