"""How things stand, for Home."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.domain.packs import HEAT, Packs
from tests.domain.record import HOUR, START, Record

from unspasm.domain.entries import About, Said
from unspasm.domain.home import HomeView, how_things_stand
from unspasm.domain.locks import Activity
from unspasm.domain.moment import Moment
from unspasm.domain.pack_record import PackRecord
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency

NOW = Moment(datetime(2026, 5, 4, 9, 0, tzinfo=UTC), timedelta(hours=2), 1.0, 1.0, "here")


@pytest.fixture
def record(rules: Rules) -> Record:
    """A record with nothing in it."""
    return Record(rules)


def view(
    record: Record,
    *,
    unfinished: tuple[str, ...] | None = None,
    packs: Packs | None = None,
    damaged: bool = False,
) -> HomeView:
    return how_things_stand(
        record.status,
        record.entries,
        packs.machine.now if packs else NOW,
        unfinished=unfinished,
        packs=PackRecord(packs.entries if packs else ()),
        damaged=damaged,
    )


def test_with_nothing_recorded_home_knows_only_the_time(record: Record) -> None:
    assert view(record) == HomeView(
        now=datetime(2026, 5, 4, 11, 0),  # noqa: DTZ001 - as lived, without a zone
        checked_at=None,
        checked=Urgency.SELF_CARE,
        first=None,
        standing=Urgency.SELF_CARE,
        standing_at=None,
        called_at=None,
        ask_spoken=False,
        waits=frozenset(),
        under_16=False,
        pregnant=False,
        unfinished=None,
        in_episode=False,
        has_card=False,
        full_check_due=False,
    )


def test_home_tells_the_newest_check(record: Record) -> None:
    record.check("leg_one")
    newest = record.check("everyday")
    home = view(record)

    assert newest.lived == home.checked_at
    assert Urgency.ROUTINE is home.checked
    assert home.has_card
    assert home.first is None


def test_home_puts_the_card_that_stands_first(record: Record) -> None:
    saddle = record.check("saddle")
    record.check()
    home = view(record)

    assert saddle.id == home.first
    assert Urgency.EMERGENCY is home.standing
    assert saddle.lived == home.standing_at
    assert home.called_at is None
    assert not home.ask_spoken


def test_home_tells_when_the_person_called_as_lived(record: Record) -> None:
    called = record.called(record.check("saddle"))

    expected = (called.at + NOW.utc_offset).replace(tzinfo=None)
    assert expected == view(record).called_at


def test_home_asks_whether_they_spoke_to_someone_about_a_same_day_card(record: Record) -> None:
    record.check("fever")

    assert view(record).ask_spoken


def test_home_tells_what_waits_for_a_go_on(record: Record) -> None:
    record.seen(record.check("saddle"), said=Said.DID_NOT_SAY)
    home = view(record)

    assert home.waits == frozenset({Activity.SESSION, Activity.FLOOR})
    assert home.first is None


def test_what_waits_for_a_card_is_not_told_twice(record: Record) -> None:
    record.check("saddle")

    assert view(record).waits == frozenset()


@pytest.mark.parametrize(
    ("pregnancy", "told"),
    [(None, False), ("no", False), ("maybe_pregnant", True), ("pregnant", True)],
)
def test_home_tells_that_floor_work_waits_in_pregnancy(
    record: Record, pregnancy: str | None, *, told: bool
) -> None:
    record.about(About(pregnancy=pregnancy))

    assert told is view(record).pregnant


def test_home_tells_that_there_is_no_coaching_under_16(record: Record) -> None:
    record.about(About(year_of_birth=2015))

    assert view(record).under_16


def test_an_episode_lasts_from_a_check_until_it_is_over(record: Record) -> None:
    assert not view(record).in_episode
    record.check()
    assert view(record).in_episode
    record.over()
    assert not view(record).in_episode
    record.check()
    assert view(record).in_episode


def test_home_passes_on_what_is_unfinished_and_damaged(record: Record) -> None:
    home = view(record, unfinished=("Fever",), damaged=True)

    assert home.unfinished == ("Fever",)
    assert home.full_check_due


def test_times_are_as_lived(record: Record) -> None:
    record.check()

    assert (START + HOUR).replace(tzinfo=None) == view(record).checked_at


# --- packs ----------------------------------------------------------------------------------------


def test_home_tells_which_pack_is_on_the_skin(record: Record) -> None:
    packs = Packs()
    packs.on(12)
    packs.machine.passes(minutes=5)
    home = view(record, packs=packs)

    assert packs.on_skin == home.pack
    assert home.rests_until is None


def test_home_tells_until_when_the_skin_rests_as_lived(record: Record) -> None:
    packs = Packs()
    packs.had(12, HEAT)
    packs.machine.passes(minutes=30)
    until = packs.machine.now.lived + timedelta(minutes=90)
    home = view(record, packs=packs)

    assert home.pack is None
    assert until == home.rests_until


def test_home_tells_nothing_of_packs_once_the_skin_has_rested(record: Record) -> None:
    packs = Packs()
    packs.had()
    packs.machine.passes(hours=2)
    home = view(record, packs=packs)

    assert (None, None) == (home.pack, home.rests_until)
