"""The way from Home to a pack: what is asked first, and what stands in place of a pack."""

from dataclasses import replace

import pytest
from tests.screens.conftest import NONE, QUESTIONS, Person, Visit
from tests.seeds import LASTING, checked, packs_in, say

from unspasm.domain.entries import About, Check, NothingNew
from unspasm.domain.pack_entries import PackAfter, PackKind, PackOff, PackOn, SkinLook
from unspasm.domain.pack_rules import Answer
from unspasm.journeys.house import House

CHOOSE_COLD = ("4", "1")
CHOOSE_HEAT = ("4", "2")
FINE = ("0", "0", "6", "enter")
"""Nothing new, nothing against it now, pain 6."""
ON = ("y", "enter")
"""The alarm was heard, and it is on."""


async def scroll_down(person: Person) -> None:
    """Scroll to the end, as a small window wants before anything is taken."""
    await person.press(*["pagedown"] * 3)


def about(house: House) -> About:
    """What is known of the person."""
    return house.status().about


# --- the whole way --------------------------------------------------------------------------------


async def test_from_home_to_a_pack_and_to_its_end(visit: Visit) -> None:
    async with visit(seed=checked) as person:
        await person.press("4")
        person.shows("Nobody knows which is better.", "1 Cold pack: ", "2 Heat pack: ")
        await person.press("1")
        person.shows("Since today at 14:02: is any of these new, or worse?")
        await person.press("0")
        person.shows("Before the pack, 1 of 2", "Is any of these true now?")
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
        await person.press(*CHOOSE_HEAT)
        await scroll_down(person)
        await person.press("0")
        await scroll_down(person)
        await person.press("0", "1", "0", "enter")
        assert "PackReadyScreen" == person.screen
        await person.press("1", *ON)
        person.shows("Heat pack ends at", "10:00 left", "Next skin check at")
        await person.press("o", "1")
        person.shows("Off after", "How is it?")
        await person.press("1", "0", "enter")
        person.shows("Skin rest until")
        (on, *_) = packs_in(person.house)
        assert isinstance(on, PackOn)
        assert (PackKind.HEAT, 10, 10) == (on.kind, on.minutes, on.before)


async def test_without_a_check_the_whole_check_comes_first_and_then_the_pack(visit: Visit) -> None:
    async with visit() as person:
        await person.press(*CHOOSE_COLD)
        person.shows("Check 1 of")
        await person.press(*NONE * 3, *QUESTIONS, *NONE * 3)
        person.shows("SELF-CARE")
        await person.press("escape")
        person.shows("Before the pack, 1 of 1 Before your first pack")
        await person.press("0")
        person.shows("Before the pack, 1 of 2 Before this pack")
        assert LASTING == about(person.house).pack_asked


async def test_after_a_day_the_three_daily_pages_come_first(visit: Visit) -> None:
    async with visit(seed=checked) as person:
        person.clock.advance(25 * 3600)
        await person.press(*CHOOSE_COLD)
        person.shows("Check 1 of 3")
        await person.press(*NONE * 3)
        person.shows("Before the pack, 1 of 2")


async def test_what_is_new_leads_to_its_own_page_and_its_card(visit: Visit) -> None:
    async with visit(seed=checked) as person:
        await person.press(*CHOOSE_COLD, "1", "enter")
        person.shows("Check 1 of 1", "Numb, tingling")
        await person.press("1", "enter")
        person.shows("EMERGENCY Get help now")
        assert [] == packs_in(person.house)


async def test_nothing_new_is_kept_with_its_time(visit: Visit) -> None:
    async with visit(seed=checked) as person:
        await person.press(*CHOOSE_COLD, "0")
        assert [NothingNew] == [
            type(entry.body)
            for entry in person.house.care_entries()
            if not isinstance(entry.body, About | Check)
        ]


@pytest.mark.parametrize("keys", [("escape",), ("1", "escape", "1"), ("1", "0", "escape", "1")])
async def test_whoever_leaves_on_the_way_has_no_pack(visit: Visit, keys: tuple[str, ...]) -> None:
    async with visit(seed=checked) as person:
        await person.press("4", *keys)
        await person.wait_for(lambda: person.screen == "HomeScreen", "Home")
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
    async with visit(seed=asked_nothing_yet) as person:
        heart = place_of(person.house, "heart_condition")
        await person.press(*CHOOSE_COLD, "0", heart, "enter")
        card = person.house.catalogue.packs.cards[Answer.ASK]
        person.shows(card.heading, card.act[0], "Because You have or had a heart condition")
        person.shows("1 Ask me again what is true for me")
        await person.press("2")
        person.shows("Before the pack, 1 of 2 Before this pack")
        assert {"heart_condition"} == about(person.house).pack_cleared


async def test_what_is_true_can_be_asked_again(visit: Visit) -> None:
    async with visit(seed=asked_nothing_yet) as person:
        heart = place_of(person.house, "heart_condition")
        await person.press(*CHOOSE_COLD, "0", heart, "enter", "1")
        person.shows(f"{heart} [x] A heart condition")
        await person.press("n", heart, "0")
        person.shows("Before the pack, 1 of 2 Before this pack")
        assert frozenset() == about(person.house).pack_yes


@pytest.mark.parametrize("condition", ["feeling_lost", "poor_circulation"])
async def test_who_feels_less_gets_no_pack_whatever_anybody_said(
    visit: Visit, condition: str
) -> None:
    async with visit(seed=asked_nothing_yet) as person:
        await person.press(*CHOOSE_COLD, "0", "u", place_of(person.house, condition), "enter")
        person.shows(person.house.catalogue.packs.cards[Answer.NEVER].heading)
        assert "A clinician or pharmacist said" not in person.text
        await person.press("2")
        assert "PackCardScreen" == person.screen
        await person.press("escape")
        assert "HomeScreen" == person.screen
        await person.press(*CHOOSE_HEAT, "0")
        person.shows(person.house.catalogue.packs.cards[Answer.NEVER].heading)


@pytest.mark.parametrize(
    ("condition", "answer"),
    [("fever_now", Answer.ASK), ("skin_numb", Answer.NEVER), ("sleepy", Answer.NOT_NOW)],
)
async def test_what_is_true_now_leads_to_a_card_and_to_a_check(
    visit: Visit, condition: str, answer: Answer
) -> None:
    async with visit(seed=checked) as person:
        await person.press(*CHOOSE_COLD, "0", place_of(person.house, condition), "enter")
        await person.press("6", "enter")
        card = person.house.catalogue.packs.cards[answer]
        person.shows(card.heading, card.act[0], "1 Check the warning signs now")
        assert "said that packs are fine" not in person.text
        await person.press("1")
        person.shows("Check 1 of")
        assert [] == packs_in(person.house)


async def test_what_is_true_now_is_asked_before_every_pack(visit: Visit) -> None:
    async with visit(seed=checked) as person:
        sleepy = place_of(person.house, "sleepy")
        await person.press(*CHOOSE_COLD, "0", sleepy, "enter", "6", "enter", "escape")
        assert "HomeScreen" == person.screen
        await person.press(*CHOOSE_COLD, "0")
        person.shows(f"{sleepy} [ ] You have drunk alcohol")


async def test_the_card_names_who_says_so(visit: Visit) -> None:
    def heart(house: House) -> None:
        checked(
            house, replace(About(), pack_asked=LASTING, pack_yes=frozenset({"heart_condition"}))
        )

    async with visit(seed=heart) as person:
        await person.press(*CHOOSE_COLD, "0")
        await person.press("i")
        person.shows("Why: sources", "Safe use of cold.")


# --- how, never, for how long ---------------------------------------------------------------------


async def to_ready(person: Person, choose: tuple[str, ...] = CHOOSE_COLD) -> None:
    """Come to the last look before a pack."""
    await person.press(*choose, *FINE)
    assert "PackReadyScreen" == person.screen


async def test_the_alarm_is_played_once_and_must_be_answered_before_the_start(visit: Visit) -> None:
    async with visit(seed=checked) as person:
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
    async with visit((80, 60), seed=checked) as person:
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
    async with visit(seed=checked) as person:
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
    async with visit(seed=checked) as person:
        await to_ready(person)
        await person.press("y", "escape")
        assert "HomeScreen" == person.screen
        assert [] == packs_in(person.house)


async def test_the_seconds_of_a_pack_that_never_touched_the_skin_come_off_the_next(
    visit: Visit,
) -> None:
    async with visit(seed=checked) as person:
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
        person.shows("11:20 left" if "left" not in person.says else "left")
        assert 680 == round(person.app.packs.keeper.pack.left.total_seconds())  # type: ignore[union-attr]


async def test_a_lasting_answer_of_before_is_not_asked_again(visit: Visit) -> None:
    def said(house: House) -> None:
        checked(house, About(pack_asked=LASTING))
        say(house, NothingNew())

    async with visit(seed=said) as person:
        await person.press(*CHOOSE_COLD, "0")
        person.shows("Before the pack, 1 of 2 Before this pack")
