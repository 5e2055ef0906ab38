"""The way from Home to a pack: what is asked first, and what stands in place of a pack.

The same way line by line is walked in tests/plain, with more of what may be answered.
"""

import pytest
from tests.screens.conftest import NONE, QUESTIONS, Person, Visit
from tests.seeds import LASTING, checked, packs_in

from unspasm.domain.entries import About, NothingNew
from unspasm.domain.pack_entries import PackAfter, PackKind, PackOff, PackOn, SkinLook
from unspasm.domain.pack_rules import Answer
from unspasm.journeys.gate_flow import Outcome
from unspasm.journeys.house import House
from unspasm.journeys.pack_flow import PackFlow
from unspasm.journeys.packs import PackPlan

COLD = PackPlan(PackKind.COLD)
ON = ("y", "enter")
"""The alarm was heard, and it is on."""


async def scroll_down(person: Person) -> None:
    """Scroll to the end, as a small window wants before anything is taken."""
    await person.press(*["pagedown"] * 3)


def about(house: House) -> About:
    """What is known of the person."""
    return house.status().about


def nothing_new(house: House) -> int:
    """How often somebody said that nothing is new."""
    return len([one for one in house.care_entries() if isinstance(one.body, NothingNew)])


# --- the whole way --------------------------------------------------------------------------------


async def test_from_home_to_a_pack_and_to_its_end(visit: Visit) -> None:
    async with visit(seed=checked) as person:
        await person.press("4")
        person.shows("Nobody knows which is better.", "1 Cold pack: ", "2 Heat pack: ")
        await person.press("1")
        person.shows("Since today at 14:02: are any of these new or worse, even if gone again?")
        await person.press("0")
        person.shows("Before the pack, 1 of 2", "Is any of these true now?")
        assert 1 == nothing_new(person.house)
        await person.press("0", "6", "enter")
        person.shows("Cold pack: before you start")
        await person.press(*ON)
        person.shows("Cold pack ends at 14:14", "Lie or sit as you like.")
        await person.later(200)
        await person.press("o", "1")
        person.shows("Off after 3 minutes.", "Skin rest until 16:05", "How is it?")
        await person.press("1", "4", "enter")
        assert "HomeScreen" == person.screen
        person.shows("Skin rest until 16:05.", "again from 16:05")
        on, off, *after = packs_in(person.house)
        assert isinstance(on, PackOn)
        assert (PackKind.COLD, 12, 6) == (on.kind, on.minutes, on.before)
        assert isinstance(off, PackOff)
        assert [SkinLook.NORMAL, None] == [one.skin for one in after if isinstance(one, PackAfter)]
        assert [None, 4] == [one.pain for one in after if isinstance(one, PackAfter)]


async def test_from_home_to_a_pack_and_to_its_end_in_a_small_window(visit: Visit) -> None:
    async with visit((40, 12), seed=checked) as person:
        await person.press("4", "2")
        await scroll_down(person)
        await person.press("0")
        await scroll_down(person)
        await person.press("0", "1", "0", "enter")
        assert "PackReadyScreen" == person.screen
        person.shows("1 [ ] 10 2 [x] 12 3 [ ] 15 4 [ ] 20", "How long: 12 minutes")
        await person.press("1")
        person.shows("1 [x] 10 2 [ ] 12 3 [ ] 15 4 [ ] 20", "How long: 10 minutes")
        await person.press(*ON)
        person.shows("Heat pack ends at", "10:00 left", "Next skin check at")
        await person.press("o", "1")
        person.shows("Off after", "How is it?")
        await person.press("1", "0", "enter")
        person.shows("Skin rest until")
        (on, *_) = packs_in(person.house)
        assert isinstance(on, PackOn)
        assert (PackKind.HEAT, 10, 10) == (on.kind, on.minutes, on.before)


async def test_without_a_check_the_whole_check_comes_first_and_then_the_pack(visit: Visit) -> None:
    async with visit(errand=COLD) as person:
        person.shows("Check 1 of")
        await person.press(*NONE * 3, *QUESTIONS, *NONE * 3)
        person.shows("SELF-CARE")
        await person.press("escape")
        person.shows("Before the pack, 1 of 1 Before your first pack")
        await person.press("0")
        person.shows("Before the pack, 1 of 2 Before this pack")
        assert LASTING == about(person.house).pack_asked


async def test_what_is_new_leads_to_its_own_page_and_its_card(visit: Visit) -> None:
    async with visit(seed=checked, errand=COLD) as person:
        await person.press("1", "enter")
        person.shows("Check 1 of 1", "Numb, tingling")
        await person.press("1", "enter")
        person.shows("EMERGENCY Get help now")
        assert 0 == nothing_new(person.house)
        assert [] == packs_in(person.house)


@pytest.mark.parametrize("keys", [("escape",), ("1", "escape", "1")], ids=["choice", "question"])
async def test_whoever_leaves_on_the_way_has_no_pack(visit: Visit, keys: tuple[str, ...]) -> None:
    async with visit(seed=checked) as person:
        await person.press("4", *keys)
        assert "HomeScreen" == person.screen
        assert [] == packs_in(person.house)


# --- who must ask first ---------------------------------------------------------------------------


def place_of(house: House, condition: str) -> str:
    """The digit of a condition on its page."""
    packs = house.catalogue.packs
    lasting = next(one.lasting for one in packs.conditions if one.sign.id == condition)
    asked = packs.bearing_on(PackKind.COLD, lasting=lasting)
    return str([one.sign.id for one in asked].index(condition) + 1)


def asked_nothing_yet(house: House) -> None:
    """A check was done, but nobody has asked for a pack before."""
    checked(house, About())


async def test_a_lasting_condition_means_asking_first_until_a_clinician_said_it_is_fine(
    visit: Visit,
) -> None:
    async with visit(seed=asked_nothing_yet, errand=COLD) as person:
        heart = place_of(person.house, "heart_condition")
        await person.press("0", heart, "enter")
        card = person.house.catalogue.packs.cards[Answer.ASK]
        person.shows(card.heading, card.act[0], "Because You have or had a heart condition")
        await person.press("i")
        person.shows("Why: sources", "Safe use of cold.")
        await person.press("i", "1")
        person.shows(f"{heart} [x] A heart condition")
        await person.press("enter", "2")
        person.shows("Before the pack, 1 of 2 Before this pack")
        assert {"heart_condition"} == about(person.house).pack_cleared


async def test_who_feels_less_gets_no_pack_whatever_anybody_said(visit: Visit) -> None:
    async with visit(seed=asked_nothing_yet) as person:
        await person.press("4", "1", "0", "u", place_of(person.house, "feeling_lost"), "enter")
        never = person.house.catalogue.packs.cards[Answer.NEVER].heading
        person.shows(never)
        assert "A clinician or pharmacist said" not in person.text
        await person.press("2")
        assert "PackCardScreen" == person.screen
        await person.press("escape")
        assert "HomeScreen" == person.screen
        await person.press("4", "2", "0")
        person.shows(never)


async def test_what_is_true_now_leads_to_a_card_and_to_a_check(visit: Visit) -> None:
    async with visit(seed=checked, errand=COLD) as person:
        await person.press("0", place_of(person.house, "fever_now"), "enter", "6", "enter")
        card = person.house.catalogue.packs.cards[Answer.ASK]
        person.shows(card.heading, card.act[0], "1 Check the warning signs now")
        assert "said that packs are fine" not in person.text
        await person.press("1")
        person.shows("Check 1 of")
        await person.press("1", "enter")
        person.shows("EMERGENCY")
        await person.press("1")
        assert person.app.is_running
        await person.press("escape")
        assert person.app.outcome is Outcome.REFUSED
        assert [] == packs_in(person.house)


# --- how, never, for how long ---------------------------------------------------------------------


async def to_ready(person: Person) -> None:
    """Come to the last look before a pack, as if everything before it were answered."""

    async def lead(flow: PackFlow) -> Outcome:
        going_on = await flow._put_on(COLD)
        return going_on if isinstance(going_on, Outcome) else await flow.watch()

    person.app.packs._lead(lead)
    await person.wait_for(lambda: person.screen == "PackReadyScreen", "the last look")
    await person.settle()


async def test_the_alarm_is_played_once_and_must_be_answered_before_the_start(visit: Visit) -> None:
    async with visit() as person:
        await to_ready(person)
        assert 1 == person.bells
        await person.press("enter")
        person.shows("Did you hear the alarm? Press y or n first.")
        assert [] == packs_in(person.house)
        await person.press("a")
        assert 2 == person.bells
        await person.press("n")
        person.shows("Not heard. Then set the second alarm now")
        await person.press("enter")
        assert "PackScreen" == person.screen
        assert [PackOn] == [type(body) for body in packs_in(person.house)]


async def test_before_the_start_it_says_how_never_and_when_to_stop(visit: Visit) -> None:
    async with visit((80, 60)) as person:
        await to_ready(person)
        text = person.house.catalogue.packs.texts[PackKind.COLD]
        person.shows(
            "Cloth between the pack and your skin. Never on bare skin.",
            "Do not fall asleep with it.",
            "Set a second alarm, on a phone or a clock: this program cannot wake you",
            "frozen peas",
            *text.how,
            *text.never,
            *text.stop,
        )
        await person.press("question_mark")
        person.shows(*text.evidence)
        await person.press("question_mark", "i")
        person.shows("Why: sources", "Safe use of cold.")


async def test_the_length_is_one_of_four_and_never_over_twenty(visit: Visit) -> None:
    async with visit() as person:
        await to_ready(person)
        person.shows("2 [x] 12, suggested", "12 minutes, off again at 14:14")
        await person.press("1")
        person.shows("1 [x] 10", "10 minutes, off again at 14:12")
        await person.press("3")
        person.shows("3 [x] 15", "15 minutes, off again at 14:17")
        await person.press("4", "5", "9", "plus")
        person.shows("4 [x] 20, the longest", "20 minutes, off again at 14:22")
        await person.press(*ON)
        (on,) = packs_in(person.house)
        assert isinstance(on, PackOn)
        assert 20 == on.minutes


async def test_leaving_the_last_look_starts_nothing(visit: Visit) -> None:
    async with visit() as person:
        await to_ready(person)
        await person.press("y", "escape")
        assert "HomeScreen" == person.screen
        assert [] == packs_in(person.house)


async def test_the_seconds_of_a_pack_that_never_touched_the_skin_come_off_the_next(
    visit: Visit,
) -> None:
    async with visit() as person:
        await to_ready(person)
        await person.press(*ON)
        await person.later(38)
        await person.press("u")
        person.shows("Taken back: it never touched your skin. Its 40 seconds count")
        assert "Skin rest" not in person.text
        await person.press("1", "enter")
        await to_ready(person)
        person.shows("40 seconds of the pack before count as used.")
        await person.press(*ON)
        pack = person.app.packs.keeper.pack
        assert pack
        assert 720 - 40 == round(pack.left.total_seconds())
