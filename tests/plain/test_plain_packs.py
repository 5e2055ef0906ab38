"""Packs line by line: what is asked, timed and said, and what Ctrl-C and the end of input do."""

from pathlib import Path

import pytest
from tests.journeys.houses import (
    CATALOGUE,
    FakeClock,
    fill_disk,
    house_at,
    house_without_record,
    record_of,
)
from tests.plain.script import PackTalk, Step
from tests.plain.talking import NO_SIGN, WORDS
from tests.seeds import LASTING, checked, packs_in, put_on, take_off, tick

from unspasm.domain.entries import About, Check
from unspasm.domain.pack_entries import (
    Ended,
    PackAfter,
    PackKind,
    PackOff,
    PackOn,
    SkinCheck,
    SkinLook,
)
from unspasm.domain.pack_rules import Answer
from unspasm.journeys.gate_flow import Outcome
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan

PACK = WORDS.pack
COLD, HEAT = PackPlan(PackKind.COLD), PackPlan(PackKind.HEAT)
NOW = ("0", "0", "6")
"""Nothing new, nothing against it now, pain 6."""
READY = (*NOW, "", "y", "")
"""The same, then 12 minutes, the alarm heard, and it is on."""
OFF = ("", "y")
"""It is off before its time."""
AFTER = ("1", "4")
"""The skin is normal, pain 4."""
UNDER_WAY = PACK.plain_on.format(name="Cold pack", time="15:14")


@pytest.fixture
def talk(house: House, clock: FakeClock) -> PackTalk:
    """Somebody who has done a check today and has no lasting condition."""
    checked(house)
    return PackTalk(house, clock)


@pytest.fixture
def wearing(house: House, clock: FakeClock) -> PackTalk:
    """Somebody who has a cold pack on."""
    put_on(house)
    return PackTalk(house, clock)


def found(house: House, kind: type) -> list[object]:
    """What was said of packs, of one kind."""
    return [body for body in packs_in(house) if isinstance(body, kind)]


def off_in(house: House) -> PackOff:
    """The one pack that came off."""
    (off,) = found(house, PackOff)
    assert isinstance(off, PackOff)
    return off


def number_of(condition: str) -> str:
    """The number of a condition on its page."""
    lasting = next(one.lasting for one in CATALOGUE.packs.conditions if one.sign.id == condition)
    asked = CATALOGUE.packs.bearing_on(PackKind.COLD, lasting=lasting)
    return str([one.sign.id for one in asked].index(condition) + 1)


def ask_of(condition: str) -> str:
    """The words of a condition."""
    return next(one.sign.ask for one in CATALOGUE.packs.conditions if one.sign.id == condition)


def assert_refused(talk: PackTalk) -> None:
    """A card, a rest or a cap was shown instead."""
    assert Outcome.REFUSED is talk.outcome


# --- the whole way --------------------------------------------------------------------------------


def test_from_the_first_question_to_the_end(talk: PackTalk, house: House) -> None:
    said = talk.pack(COLD, *READY, 180.0, *OFF, *AFTER)

    text = CATALOGUE.packs.texts[PackKind.COLD]
    for line in (*PACK.ready_first, *(f"- {one}" for one in (*text.how, *text.never, *text.stop))):
        assert line in said
    order = [
        f"{text.name}: before you start.",
        PACK.plain_minutes.format(minutes=12),
        f"{PACK.heard_ask_plain} y or n",
        PACK.heard_yes,
        PACK.length.format(minutes=12, time="15:14"),
        PACK.start_plain,
        UNDER_WAY,
        PACK.off_early.format(time="3 minutes"),
        PACK.skin_ask,
        PACK.rest_sooner.format(time="17:05", sooner="16:05"),
        PACK.pain_ask,
        PACK.pain_before_after.format(before=6, after=4),
    ]
    assert order == [line for line in said if line in order]
    assert Outcome.DONE is talk.outcome
    on, off, skin, pain = packs_in(house)
    assert isinstance(on, PackOn)
    assert (PackKind.COLD, 12, 6) == (on.kind, on.minutes, on.before)
    assert isinstance(off, PackOff)
    assert isinstance(skin, PackAfter)
    assert isinstance(pain, PackAfter)
    assert (SkinLook.NORMAL, 4) == (skin.skin, pain.pain)


def test_from_home_cold_or_heat_is_chosen(talk: PackTalk, house: House) -> None:
    said = talk.app("4", "2", *READY, *OFF, *AFTER, "q")

    assert PACK.choose in said
    assert [PackKind.HEAT] == [on.kind for on in found(house, PackOn) if isinstance(on, PackOn)]
    assert f"4  {WORDS.home.packs}: again from 17:02" in said
    assert PACK.strip_rest.format(time="17:02") in said


def test_choosing_neither_leads_back_home(talk: PackTalk, house: House) -> None:
    said = talk.app("4", "", "q")

    assert PACK.choose in said
    assert 2 == said.count(WORDS.plain.menu_heading)
    assert [] == packs_in(house)


def test_without_a_check_the_whole_check_comes_first(house: House, clock: FakeClock) -> None:
    talk = PackTalk(house, clock)
    talk.pack(COLD, *NO_SIGN, "", "0", "0", "6", "", "y", "", *OFF, *AFTER)

    assert Outcome.DONE is talk.outcome
    assert LASTING == house.status().about.pack_asked
    assert 1 == len([one for one in house.care_entries() if isinstance(one.body, Check)])


@pytest.mark.parametrize(
    "typed",
    [("q",), ("0", "q"), ("0", "0", "q"), (*NOW, "", "n", "q")],
    ids=["what is new", "what is true now", "pain", "start"],
)
def test_whoever_leaves_on_the_way_has_no_pack(
    talk: PackTalk, house: House, typed: tuple[Step, ...]
) -> None:
    talk.pack(COLD, *typed)

    assert Outcome.LEFT is talk.outcome
    assert [] == packs_in(house)


@pytest.mark.parametrize(
    "typed", [(), ("0",), ("0", "0"), NOW, (*NOW, ""), (*NOW, "", "y")], ids=len
)
def test_if_the_input_ends_on_the_way_there_is_no_pack(
    talk: PackTalk, house: House, typed: tuple[Step, ...]
) -> None:
    talk.pack(COLD, *typed)

    assert talk.ended_by_end_of_input
    assert [] == packs_in(house)


def test_an_alarm_that_is_not_heard_asks_for_another(talk: PackTalk, house: House) -> None:
    said = talk.pack(COLD, *NOW, "", "perhaps", "n", "", *OFF, *AFTER)

    assert 2 == said.count(f"{PACK.heard_ask_plain} y or n")
    assert PACK.heard_no in said
    assert 1 == len(found(house, PackOn))


def test_the_alarm_is_played_once_before_the_start(talk: PackTalk) -> None:
    talk.pack(COLD, *NOW, "", "y", "q")

    assert ["\a"] == talk.sent


@pytest.mark.parametrize("typed", ["0", "21", "25", "-3", "1.5", "abc", "999999"])
def test_no_other_length_than_1_to_20_minutes_is_taken(
    talk: PackTalk, house: House, typed: str
) -> None:
    said = talk.pack(COLD, *NOW, typed, "20", "y", "", *OFF, *AFTER)

    assert PACK.length_bad in said
    assert [20] == [on.minutes for on in found(house, PackOn) if isinstance(on, PackOn)]


def test_a_length_that_was_given_is_not_asked_for(talk: PackTalk, house: House) -> None:
    plan = PackPlan(PackKind.HEAT, 7)
    said = talk.pack(plan, *NOW, "y", "", *OFF, *AFTER, minutes_given=True)

    assert PACK.length.format(minutes=7, time="15:09") in said
    assert PACK.plain_minutes.format(minutes=7) not in said
    assert [7] == [on.minutes for on in found(house, PackOn) if isinstance(on, PackOn)]


# --- who must ask first ---------------------------------------------------------------------------


def test_a_lasting_condition_means_asking_first(house: House, clock: FakeClock) -> None:
    checked(house, About())
    talk = PackTalk(house, clock)
    heart = number_of("heart_condition")
    said = talk.pack(COLD, "0", heart, "")

    card = CATALOGUE.packs.cards[Answer.ASK]
    assert f"{card.heading}." in said
    assert all(f"- {line}" in said for line in card.act)
    assert_refused(talk)
    said = talk.pack(COLD, "0", "2", "0", "6", "", "y", "", *OFF, *AFTER)
    assert f"2. {PACK.against_cleared}" in said
    assert Outcome.DONE is talk.outcome


def test_who_feels_less_gets_no_pack(house: House, clock: FakeClock) -> None:
    checked(house, About())
    talk = PackTalk(house, clock)
    said = talk.pack(HEAT, "0", f"{number_of('feeling_lost')}?", "?", "2")

    assert f"{CATALOGUE.packs.cards[Answer.NEVER].heading}." in said
    assert PACK.against_cleared not in " ".join(said)
    assert Outcome.REFUSED is talk.outcome
    assert [] == packs_in(house)


def test_what_is_true_now_leads_to_a_card_and_to_a_check(talk: PackTalk, house: House) -> None:
    said = talk.pack(COLD, "0", number_of("fever_now"), "6", "1", "q")

    assert f"{CATALOGUE.packs.cards[Answer.ASK].heading}." in said
    assert any(line.startswith("Page 1 of ") for line in said)
    assert Outcome.REFUSED is talk.outcome
    assert [] == packs_in(house)


def test_what_is_new_leads_to_its_page_and_card(talk: PackTalk, house: House) -> None:
    said = talk.pack(COLD, "1", "1", "q")

    assert "EMERGENCY. Get help now." in said
    assert Outcome.REFUSED is talk.outcome
    assert [] == packs_in(house)


@pytest.mark.parametrize(
    ("condition", "answer"), [("skin_numb", Answer.NEVER), ("sleepy", Answer.NOT_NOW)]
)
def test_what_is_true_now_is_asked_before_every_pack(
    talk: PackTalk, house: House, condition: str, answer: Answer
) -> None:
    card = f"{CATALOGUE.packs.cards[answer].heading}."
    assert card in talk.pack(COLD, "0", number_of(condition), "6", "")
    assert Outcome.REFUSED is talk.outcome
    said = talk.pack(COLD, "0", f"{number_of(condition)}?", "?", "6", "")

    assert card in said
    assert f"{number_of(condition)}. {ask_of(condition)}" in said
    assert [] == packs_in(house)


def test_after_a_day_the_three_daily_pages_come_first(
    talk: PackTalk, house: House, clock: FakeClock
) -> None:
    clock.advance(hours=25)
    said = talk.pack(COLD, "0", "0", "0", "0", "6", "", "y", "", *OFF, *AFTER)

    assert [3, 2, 1] == [sum(f"Page {n} of 3" in line for line in said) * n for n in (3, 2, 1)]
    assert 1 == len(found(house, PackOn))


# --- refused --------------------------------------------------------------------------------------


def test_within_the_rest_it_says_until_when(talk: PackTalk, house: House) -> None:
    put_on(house)
    take_off(house)
    said = talk.pack(HEAT)

    assert [f"{PACK.refused_heading}.", PACK.refused_rest.format(time="17:02")] == said[-2:]
    assert Outcome.REFUSED is talk.outcome


def test_sooner_after_an_hour_is_a_choice(talk: PackTalk, house: House, clock: FakeClock) -> None:
    put_on(house)
    take_off(house)
    clock.advance(hours=1)
    talk.pack(COLD, "1")
    assert Outcome.REFUSED is talk.outcome
    talk.pack(COLD, "")
    assert Outcome.REFUSED is talk.outcome
    said = talk.pack(COLD, "2", *READY, *OFF, *AFTER)

    assert f"2. {PACK.sooner_yes}" in said
    assert [False, True] == [on.sooner for on in found(house, PackOn) if isinstance(on, PackOn)]


def test_under_a_lock_the_care_card_is_shown_instead(house: House, clock: FakeClock) -> None:
    tick(house, "saddle")
    talk = PackTalk(house, clock)
    said = talk.pack(COLD, "q")

    assert "EMERGENCY. Get help now." in said
    assert Outcome.REFUSED is talk.outcome


def test_under_16_there_is_no_pack(house: House, clock: FakeClock) -> None:
    checked(house, About(year_of_birth=2012, said_in=2026, pack_asked=LASTING))
    talk = PackTalk(house, clock)

    assert PACK.refused_under_16 in talk.pack(COLD)


def test_there_is_no_second_pack_beside_the_first(talk: PackTalk, house: House) -> None:
    put_on(house)
    said = talk.pack(HEAT)

    assert PACK.refused_on_skin in said
    assert Outcome.REFUSED is talk.outcome


@pytest.mark.parametrize("kind", PackKind)
def test_where_nothing_can_be_written_a_kitchen_timer_is_named_before_any_question(
    talk: PackTalk, house: House, monkeypatch: pytest.MonkeyPatch, kind: PackKind
) -> None:
    fill_disk(house, monkeypatch)

    assert ["", f"{PACK.refused_heading}.", PACK.refused_not_kept] == talk.pack(PackPlan(kind))
    assert Outcome.REFUSED is talk.outcome


def test_where_nothing_can_be_written_nobody_is_asked_to_go_on_sooner(
    talk: PackTalk, house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on(house)
    take_off(house)
    clock.advance(3600)
    fill_disk(house, monkeypatch)

    assert PACK.refused_not_kept == talk.pack(COLD)[-1]


def test_a_disk_that_fills_up_during_the_questions_gives_no_pack(
    talk: PackTalk, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = record_of(house).try_to_write
    fill_disk(house, monkeypatch)
    monkeypatch.setattr(record_of(house), "try_to_write", room)
    said = talk.pack(COLD, *READY)

    assert PACK.refused_not_kept in said
    assert Outcome.REFUSED is talk.outcome


def test_without_any_record_there_is_no_pack(clock: FakeClock) -> None:
    assert PACK.refused_not_kept == PackTalk(house_without_record(clock), clock).pack(COLD)[-1]


def test_under_a_lock_the_care_card_comes_before_what_cannot_be_written(
    house: House, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    tick(house, "saddle")
    fill_disk(house, monkeypatch)
    said = PackTalk(house, clock).pack(COLD, "q")

    assert "EMERGENCY. Get help now." in said
    assert PACK.refused_not_kept not in said


def test_changed_skin_gets_its_card_and_no_pack_until_it_is_normal(
    talk: PackTalk, house: House, clock: FakeClock
) -> None:
    skin = f"{CATALOGUE.packs.skin.heading}."
    assert skin in talk.pack(COLD, *READY, 400.0, "y", *OFF, "2", "")
    clock.advance(hours=3)
    said = talk.pack(COLD, "0", number_of("skin_not_normal"), "6")

    assert skin in said
    assert_refused(talk)
    talk.pack(COLD, *READY, *OFF, *AFTER)
    assert Outcome.DONE is talk.outcome


@pytest.mark.parametrize(
    ("seen", "looked"), [("y", "2"), ("n", "1"), ("n", "")], ids=["after", "under it", "not said"]
)
def test_no_second_pack_is_offered_for_skin_that_was_not_fine(
    talk: PackTalk, clock: FakeClock, seen: str, looked: str
) -> None:
    off = ("", "y") if seen == "y" else ("",)
    said = talk.pack(COLD, *READY, 300.0, seen, *off, looked, "")

    assert PACK.rest_changed.format(time="17:07") in said
    assert not any("16:07" in line for line in said)
    clock.advance(90 * 60)
    assert PACK.refused_rest.format(time="17:07") == talk.pack(COLD)[-1]


# --- while it is on -------------------------------------------------------------------------------


def test_every_event_is_one_line(wearing: PackTalk, house: House) -> None:
    said = wearing.app(299.0, 1.0, "y", 119.0, 2.0, 178.0, 2.0, "y", 60.0, 60.0, "", *AFTER, "q")

    told = [
        UNDER_WAY,
        PACK.plain_look.format(left="7:00"),
        PACK.noted_fine.format(time="15:07"),
        PACK.plain_five_minutes.format(time="15:14"),
        PACK.plain_look.format(left="1:59"),
        PACK.noted_fine.format(time="15:12"),
        PACK.plain_one_minute,
        PACK.plain_take_off.format(why=PACK.over_time.format(time="12 minutes")),
        PACK.off_done.format(time="12 minutes"),
    ]
    assert told == [line for line in said if line in told]
    assert [True, True] == [
        one.fine for one in found(house, SkinCheck) if isinstance(one, SkinCheck)
    ]
    assert Ended.OFF is off_in(house).ended


def test_the_alarm_is_repeated_until_it_is_off(wearing: PackTalk) -> None:
    said = wearing.app(720.0, 19.0, 1.0, 20.0, "", *AFTER, "q")

    alarms = [line for line in said if line.startswith(PACK.over_title)]
    assert 3 == len(alarms)
    assert all(line.endswith("Press Enter when it is off.") for line in alarms)
    assert 3 == wearing.bells


@pytest.mark.parametrize("typed", ["n", "N"])
def test_skin_that_is_not_fine_ends_it(wearing: PackTalk, house: House, typed: str) -> None:
    said = wearing.app(300.0, typed, "", "2", "7", "q")

    why = PACK.over_not_fine.format(time="5 minutes")
    assert PACK.plain_take_off.format(why=why) in said
    assert PACK.off_done.format(time="5 minutes") in said
    assert f"{CATALOGUE.packs.skin.heading}." in said
    assert [False] == [one.fine for one in found(house, SkinCheck) if isinstance(one, SkinCheck)]


def test_enter_is_no_answer_to_a_skin_check(wearing: PackTalk, house: House) -> None:
    said = wearing.app(300.0, "", "y", *OFF, *AFTER, "q")

    assert PACK.plain_look_again in said
    assert [True] == [one.fine for one in found(house, SkinCheck) if isinstance(one, SkinCheck)]
    assert Ended.OFF is off_in(house).ended


def test_an_unanswered_check_is_asked_again_and_two_end_it(house: House, clock: FakeClock) -> None:
    put_on(house, PackKind.HEAT, 20)
    said = PackTalk(house, clock).app(300.0, 30.0, 270.0, 30.0, 30.0, "", *AFTER, "q")

    assert 2 == said.count(PACK.plain_look_again)
    why = PACK.over_unanswered.format(time="11 minutes")
    assert PACK.plain_take_off.format(why=why) in said


@pytest.mark.parametrize("typed", ["", "o", "O"])
def test_before_its_time_a_slip_of_a_key_takes_no_pack_off(
    wearing: PackTalk, house: House, typed: str
) -> None:
    said = wearing.app(60.0, typed, "", 60.0, typed, "n", 60.0, typed, 60.0, "y", *AFTER, "q")

    assert 3 == said.count(PACK.plain_ask_off)
    assert 2 == said.count(PACK.plain_still_on.format(time="15:14"))
    assert PACK.off_early.format(time="4 minutes") in said
    assert 1 == len(found(house, PackOff))


@pytest.mark.parametrize(
    ("typed", "said_to_it"),
    [("m", PACK.sound_bell_and_note), ("o", PACK.plain_ask_off), ("x", PACK.plain_keys)],
)
def test_what_is_no_answer_to_whether_it_is_off_keeps_its_meaning(
    wearing: PackTalk, house: House, typed: str, said_to_it: str
) -> None:
    said = wearing.app("", typed, "n", "q", "q")

    assert said_to_it in said[said.index(PACK.plain_ask_off) + 1 :]
    assert [] == found(house, PackOff)


def test_worse_is_heard_while_it_is_asked_whether_it_is_off(
    wearing: PackTalk, house: House
) -> None:
    said = wearing.app("", "!", "0", 60.0, "q", "y", "q", "q")

    assert any(line.startswith("Page 1 of ") for line in said)
    assert WORDS.plain.not_understood.format(text="y") in said
    assert [] == found(house, PackOff)


@pytest.mark.parametrize("typed", ["", "y", "o"])
def test_it_goes_on_counting_and_telling_while_it_is_asked_whether_it_is_off(
    wearing: PackTalk, house: House, typed: str
) -> None:
    said = wearing.app(300.0, "y", 60.0, "", 60.0, 180.0, "y", "y", 60.0, "", 60.0,
                       typed, *AFTER, "q")  # fmt: skip

    asked = said.index(PACK.plain_ask_off)
    told = said[asked:]
    assert PACK.plain_five_minutes.format(time="15:14") in told
    assert PACK.plain_look.format(left="2:00") in told
    assert PACK.plain_one_minute in told
    why = PACK.over_time.format(time="12 minutes")
    assert PACK.plain_take_off.format(why=why) in told
    assert PACK.off_done.format(time="12 minutes") in told
    assert 1 == len(found(house, PackOff))


@pytest.mark.parametrize("typed", ["y", "n"])
def test_an_answer_to_whether_it_is_off_is_none_to_a_look_at_the_skin(
    wearing: PackTalk, house: House, typed: str
) -> None:
    said = wearing.app(299.0, "", 1.0, typed, "y", *OFF, *AFTER, "q")

    assert PACK.plain_look_again in said
    assert [True] == [one.fine for one in found(house, SkinCheck) if isinstance(one, SkinCheck)]
    assert PACK.off_early.format(time="5 minutes") in said


def test_where_no_check_is_due_y_and_n_mean_nothing(wearing: PackTalk, house: House) -> None:
    said = wearing.app(60.0, "y", "n", *OFF, *AFTER, "q")

    assert WORDS.plain.not_understood.format(text="y") in said
    assert WORDS.plain.not_understood.format(text="n") not in said
    assert [] == found(house, SkinCheck)


def test_u_takes_back_a_pack_that_never_touched_the_skin(wearing: PackTalk, house: House) -> None:
    said = wearing.app(30.0, "u", "", "", "q")

    assert PACK.off_untouched.format(seconds=30) in said
    assert Ended.UNTOUCHED is off_in(house).ended
    assert not any(line.startswith("Skin rest") for line in said)


def test_after_a_minute_u_means_nothing(wearing: PackTalk, house: House) -> None:
    said = wearing.app(61.0, "u", *OFF, *AFTER, "q")

    assert WORDS.plain.not_understood.format(text="u") in said
    assert Ended.OFF is off_in(house).ended


def test_the_seconds_of_an_untouched_pack_come_off_the_next(talk: PackTalk, house: House) -> None:
    talk.pack(COLD, *READY, 40.0, "u", "", "")
    said = talk.pack(COLD, *READY, *OFF, *AFTER)

    assert PACK.carried.format(seconds=40) in said
    assert UNDER_WAY in said
    carried = [on.carried.total_seconds() for on in found(house, PackOn) if isinstance(on, PackOn)]
    assert [0, 40] == carried


def test_long_ago_l_says_that_it_came_off_long_before(wearing: PackTalk, house: House) -> None:
    said = wearing.app(7 * 3600.0, "l", 3600.0, "l", "", "", "q")

    assert WORDS.plain.not_understood.format(text="l") in said
    assert PACK.off_earlier in said
    assert Ended.EARLIER is off_in(house).ended


def test_m_changes_the_sound_and_no_sound_silences_the_alarm(wearing: PackTalk) -> None:
    said = wearing.app("m", "m", 300.0, 420.0, "", *AFTER, "q")

    assert PACK.sound_bell_and_note in said
    assert PACK.sound_nothing in said
    assert 1 == wearing.bells


@pytest.mark.parametrize("typed", ["q", "Q"])
def test_q_leads_home_and_the_pack_goes_on(wearing: PackTalk, house: House, typed: str) -> None:
    said = wearing.app(typed, 60.0, "q")

    assert PACK.plain_still_on.format(time="15:14") in said
    assert PACK.plain_strip.format(name="Cold pack", time="12:00", ends="15:14") in said
    assert PACK.left_running.format(name="cold pack", ends="15:14") == said[-1]
    assert [] == found(house, PackOff)


def test_worse_asks_and_the_pack_goes_on(wearing: PackTalk, house: House) -> None:
    said = wearing.app("!", "0", 60.0, "q", 60.0, *OFF, *AFTER, "q")

    assert any(line.startswith("Page 1 of ") for line in said)
    assert PACK.off_early.format(time="2 minutes") in said
    assert 1 == len(found(house, PackOff))


def test_an_emergency_while_it_is_on_takes_the_pack_off_right_after_the_number(
    wearing: PackTalk,
) -> None:
    said = wearing.app("!", "1", "1", "", "", *AFTER, "q")

    at = said.index("Take the pack off your skin first.")
    assert said[at - 1].startswith("Call ")
    assert "Do not drive yourself." == said[at + 1]


def test_the_title_of_the_window_tells_the_time_left(wearing: PackTalk) -> None:
    wearing.app(1.0, 60.0, 240.0, "y", 1.0, 420.0, "", *AFTER, "q")

    begin, end = "\x1b]2;", "\x1b\\"
    titles = [text.removeprefix(begin).removesuffix(end) for text in wearing.sent if begin in text]
    assert [
        "12 minutes left, cold pack",
        "11 minutes left, cold pack",
        "Look at your skin",
        "7 minutes left, cold pack",
        "Take the cold pack off",
        "unspasm",
    ] == titles


# --- while something else is asked ----------------------------------------------------------------


def test_a_check_of_the_skin_names_no_key_where_another_question_has_it(
    wearing: PackTalk, house: House
) -> None:
    said = wearing.app("q", "2", 300.0, "0", "q", "y", "", *AFTER, "q")

    look = said.index(f"{PACK.look_title}.")
    page = next(place for place, line in enumerate(said) if line.startswith("Page 2 of "))
    due = said.index(PACK.plain_look.format(left="7:00"))
    assert look < page < due
    assert [True] == [one.fine for one in found(house, SkinCheck) if isinstance(one, SkinCheck)]


def test_the_alarm_comes_while_another_question_is_answered_and_then_before_home(
    wearing: PackTalk, house: House
) -> None:
    said = wearing.app("q", "a", "1", 720.0, 20.0, "38", "", "", *AFTER, "q")

    why = PACK.over_time.format(time="12 minutes")
    assert f"{PACK.over_title} {why}" in said
    assert WORDS.about.saved in said
    home = [place for place, line in enumerate(said) if line == WORDS.plain.menu_heading]
    asked = next(
        place for place, line in enumerate(said) if line.endswith("Press Enter when it is off.")
        and line.startswith(PACK.over_title)
    )  # fmt: skip
    assert home[0] < asked < home[1]
    assert 2 == wearing.bells
    assert 1 == len(found(house, PackOff))


def test_at_home_enter_leads_to_a_pack_that_is_over(wearing: PackTalk, house: House) -> None:
    said = wearing.app("q", 720.0, "", "", *AFTER, "q")

    assert WORDS.plain.not_understood.format(text="") not in said
    assert Ended.OFF is off_in(house).ended


def test_a_pack_that_is_over_can_be_left_and_home_says_so(wearing: PackTalk, house: House) -> None:
    said = wearing.app(720.0, "q", "c", "q")

    assert f"{PACK.title_over.format(name='cold pack')}." in said
    assert PACK.left_over.format(name="cold pack") == said[-1]
    assert [] == found(house, PackOff)


def test_at_the_next_start_a_pack_that_is_over_comes_first_and_once(
    wearing: PackTalk, folder: Path, clock: FakeClock
) -> None:
    clock.advance(hours=1)
    said = PackTalk(house_at(folder, clock), clock).app("", *AFTER, "q")

    alarms = [line for line in said if line.startswith(PACK.over_title)]
    assert 1 == len(alarms)
    assert said.index(alarms[0]) < said.index(WORDS.plain.menu_heading)


def test_what_another_copy_says_is_heard_while_it_is_on(
    wearing: PackTalk, folder: Path, clock: FakeClock, house: House
) -> None:
    there = house_at(folder, clock)

    class Elsewhere(str):
        """A line; when it is read, the pack has just come off in another copy."""

        __slots__ = ()

        def strip(self, _characters: str | None = None, /) -> str:
            take_off(there)
            return super().strip()

    said = wearing.app(60.0, Elsewhere("m"), "q")

    assert PACK.off_elsewhere in said
    assert 1 == len(found(house, PackOff))


def test_if_the_end_cannot_be_written_it_says_so(
    wearing: PackTalk, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(house, monkeypatch)

    assert WORDS.card.nothing_kept in wearing.app(*OFF, *AFTER, "q")


def test_of_two_packs_that_are_over_each_is_asked_about(
    wearing: PackTalk, house: House, clock: FakeClock
) -> None:
    put_on(house, PackKind.HEAT, 13)
    clock.advance(600)
    said = wearing.app(120.0, 60.0, "", "2", "3", "", "1", "2", "q")

    assert 2 == said.count(PACK.skin_ask)
    assert f"{CATALOGUE.packs.skin.heading}." in said
    looks = [one.skin for one in found(house, PackAfter) if isinstance(one, PackAfter)]
    assert [SkinLook.CHANGED, None, SkinLook.NORMAL, None] == looks
    assert 2 == len(found(house, PackOff))


# --- Ctrl-C and the end of input ------------------------------------------------------------------


def test_ctrl_c_asks_whether_the_pack_is_off(wearing: PackTalk, house: House) -> None:
    said = wearing.app(KeyboardInterrupt, "perhaps", "n", 60.0, KeyboardInterrupt, "y", *AFTER, "q")

    assert 3 == said.count(PACK.plain_is_off)
    assert PACK.plain_still_on.format(time="15:14") in said
    assert Ended.OFF is off_in(house).ended


def test_ctrl_c_twice_leaves_with_the_pack_on(wearing: PackTalk, house: House) -> None:
    with pytest.raises(KeyboardInterrupt):
        wearing.app(KeyboardInterrupt, KeyboardInterrupt)

    assert [] == found(house, PackOff)


@pytest.mark.parametrize("typed", ["y", "n"])
def test_an_answer_that_may_be_meant_for_the_skin_takes_no_pack_off(
    wearing: PackTalk, house: House, typed: str
) -> None:
    said = wearing.app(290.0, KeyboardInterrupt, 10.0, typed, "y", *OFF, *AFTER, "q")

    assert f"{PACK.look_title}." in said
    assert PACK.plain_look_again in said
    assert [True] == [one.fine for one in found(house, SkinCheck) if isinstance(one, SkinCheck)]
    assert 300 == (off_in(house).on_for or house.clock().utc_offset).total_seconds()


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((60.0,), PACK.plain_closed.format(time="15:14")),
        ((720.0,), PACK.plain_closed_over),
        ((60.0, KeyboardInterrupt), PACK.plain_closed.format(time="15:14")),
        (("!",), PACK.plain_closed.format(time="15:14")),
    ],
    ids=["running", "over", "asked", "check"],
)
def test_when_the_input_ends_it_says_that_the_pack_goes_on(
    wearing: PackTalk, house: House, steps: tuple[Step, ...], words: str
) -> None:
    said = wearing.app(*steps)

    assert wearing.ended_by_end_of_input
    assert words == said[-1]
    assert [] == found(house, PackOff)


def test_pain_after_is_asked_until_it_is_one_or_left_out(talk: PackTalk, house: House) -> None:
    said = talk.pack(COLD, *READY, *OFF, "1", "11", "x", "")

    assert 2 == said.count(WORDS.check.out_of_range.format(lowest=0, highest=10))
    assert [None] == [one.pain for one in found(house, PackAfter) if isinstance(one, PackAfter)]


def test_two_starts_see_the_same_pack(talk: PackTalk, folder: Path, clock: FakeClock) -> None:
    talk.pack(COLD, *READY, 100.0)
    assert talk.ended_by_end_of_input
    said = PackTalk(house_at(folder, clock), clock).app(200.0, "q", "q")

    assert UNDER_WAY in said
    assert PACK.plain_look.format(left="7:00") in said
