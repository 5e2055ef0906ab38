"""Tips, one tip and the plan of a day on the full screen."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.journeys.houses import CATALOGUE
from tests.screens.conftest import Person, Visit
from tests.screens.golden import compare
from tests.seeds import say, tick
from textual.widgets import Input

from unspasm.domain.entries import About
from unspasm.domain.tips import Tip
from unspasm.flows.palette_tips import TipsProvider
from unspasm.journeys.house import House
from unspasm.widgets.marked_rows import MarkedRows
from unspasm.widgets.rows import Row

BOTH_SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
LIBRARY = CATALOGUE.tips


def in_emergency(house: House) -> None:
    """An emergency sign was ticked, and nobody has said what became of it."""
    tick(house, "saddle")


def under_16(house: House) -> None:
    """The person has said that they are 12."""
    say(house, About(year_of_birth=2014, said_in=2026))


def field(person: Person) -> str:
    """What is typed."""
    return person.app.screen.query_one(Input).value


def marked(person: Person) -> str:
    """The words of the row that is marked."""
    rows = person.app.screen.query_one(MarkedRows)
    return list(rows.query(Row))[rows.place]._words


async def read(person: Person, tip: Tip) -> None:
    """Open a tip from wherever the person is."""
    with person.app._context():
        person.app.tips.read(tip.id)
    await person.settle()


@BOTH_SIZES
async def test_topics_a_search_a_tip_and_the_plan_are_whole(
    visit: Visit, size: tuple[int, int]
) -> None:
    name = f"{size[0]}x{size[1]}"
    async with visit(size) as person:
        await person.press("7")
        assert "TipsScreen" == person.screen
        compare(f"tips-{name}", person.text)
        await person.press(*"numb legs")
        compare(f"tips-found-{name}", person.text)
        await person.press("enter")
        assert "TipScreen" == person.screen
        person.shows("This is one of the listed signs. Press ! to check now.")
        compare(f"tip-{name}", person.text)
        await person.press("escape", "escape", "0", "2")
        compare(f"plan-{name}", person.text)


async def test_letters_are_typed_and_digits_and_signs_begin_nothing(visit: Visit) -> None:
    async with visit() as person:
        await person.press("7", *"qifo 1?/")
        assert "qifo 1?/" == field(person)
        await person.press("escape")
        assert "" == field(person)
        await person.press("slash", "question_mark")
        person.shows("Words may be misspelt.")
        await person.press("escape", "1")
        assert "" == field(person)
        person.shows(LIBRARY.topics[0].title, LIBRARY.topics[0].tips[0].title)
        await person.press("escape")
        assert LIBRARY.topics[0].title == marked(person)
        await person.press("escape")
        assert "HomeScreen" == person.screen


@pytest.mark.parametrize("typed", ["", "help me"])
async def test_worse_opens_the_check_whatever_is_typed(visit: Visit, typed: str) -> None:
    async with visit() as person:
        await person.press("7", *typed, "exclamation_mark")
        assert "CheckScreen" == person.screen


async def test_a_list_is_gone_through_with_the_arrows_and_each_row_says_what_it_leads_to(
    visit: Visit,
) -> None:
    async with visit() as person:
        await person.press("7", *"heat")
        first, second = (tip.title for tip in person.app.tips.run.find("heat")[:2])
        assert first == marked(person)
        person.shows(person.app.tips.run.find("heat")[0].lead)
        await person.press("down")
        assert second == marked(person)
        await person.press("up", "up")
        assert first == marked(person)
        await person.press(*"zzzz", "enter")
        person.shows("Nothing found. Try fewer or other words.")
        assert "TipsScreen" == person.screen


@BOTH_SIZES
async def test_the_arrows_are_shown_and_lead_to_every_topic(
    visit: Visit, size: tuple[int, int]
) -> None:
    async with visit(size) as person:
        await person.press("7")
        person.shows("Arrows, Enter" if size[1] < 18 else "\u2191\u2193 \u23ce open")
        assert len(LIBRARY.topics) > 9
        await person.press(*["down"] * len(LIBRARY.topics), after=0)
        assert LIBRARY.topics[-1].title == marked(person)
        await person.press("enter")
        person.shows(LIBRARY.topics[-1].title)
        assert LIBRARY.topics[-1].tips[0].title == marked(person)


async def test_a_tip_leads_on_and_the_way_back_is_the_same(visit: Visit) -> None:
    tip = next(one for one in LIBRARY.tips.values() if one.related and one.differs)
    other = LIBRARY.related(tip)[0]
    async with visit((120, 50)) as person:
        await read(person, tip)
        person.shows(tip.title, tip.lead, *tip.lines, f"Evidence: {tip.differs}", "See also")
        await person.press("i")
        person.shows(CATALOGUE.sources[tip.sources[0]].title)
        await person.press("i", "1")
        person.shows(other.title, other.lead)
        await person.press("escape")
        person.shows(tip.lead)
        await person.press("escape")
        assert "HomeScreen" == person.screen
        await read(person, tip)
        await person.press("exclamation_mark")
        assert "CheckScreen" == person.screen


async def test_the_plan_is_ticked_by_digit_space_and_click_and_says_more(visit: Visit) -> None:
    async with visit() as person:
        run = person.app.tips.run
        one, two, three = run.plan.smalls[:3]
        await person.press("7", "0", "1", "down", "space")
        assert {one.id, two.id} == run.plan.done
        person.shows("[x] " + one.do, two.why, "Days you looked after your back: 1 of 7.")
        await person.pilot.click(list(person.app.screen.query(Row))[2])
        await person.press("1")
        assert {two.id, three.id} == run.plan.done
        await person.press("enter")
        person.shows(LIBRARY.tips[one.tip].title)
        await person.press("escape", "i")
        person.shows(CATALOGUE.sources[one.sources[0]].title)
        await person.press("i", "escape")
        person.shows(f"2 of {len(run.plan.smalls)} done")


@pytest.mark.parametrize(
    ("seed", "screen", "says"),
    [
        (in_emergency, "CareScreen", "EMERGENCY"),
        (under_16, "PackCardScreen", "You are under 16"),
    ],
)
async def test_a_card_comes_before_anything_to_read(
    visit: Visit, seed: Callable[[House], None], screen: str, says: str
) -> None:
    async with visit(seed=seed) as person:
        while person.screen != "HomeScreen":
            await person.press("1", "escape")
        person.shows("after the care card")
        for open_it in (
            person.app.tips.open,
            person.app.tips.plan,
            lambda: person.app.tips.read("walking"),
        ):
            with person.app._context():
                open_it()
            await person.settle()
            assert screen == person.screen
            person.shows(says)
            await person.press("escape", after=3)
        assert None is person.app.tips.readable()
        await person.press("7")
        assert screen == person.screen


async def test_what_another_copy_ticks_ends_the_reading_at_the_next_step(visit: Visit) -> None:
    async with visit() as person:
        await person.press("7")
        in_emergency(person.house)
        await person.press("enter")
        assert ["CareScreen"] == [type(one).__name__ for one in person.app.screen_stack[1:]]


@pytest.mark.parametrize("keys", [("7",), ("7", "1"), ("7", "1", "1"), ("7", "0")], ids=str)
async def test_no_reading_lies_under_the_card_of_a_check_from_the_palette(
    visit: Visit, keys: tuple[str, ...]
) -> None:
    async with visit() as person:
        await person.press(*keys)
        with person.app._context():
            person.app.doings["check"]()
        await person.settle()
        await person.press("1", "enter")
        assert "CareScreen" == person.screen
        await person.press("1", "escape")
        assert "HomeScreen" == person.screen


async def test_the_palette_finds_every_tip_and_every_topic(visit: Visit) -> None:
    async with visit() as person:
        provider = TipsProvider(person.app.screen)
        titles = [topic.title for topic in LIBRARY.topics]
        for title in [*titles, *(tip.title for tip in LIBRARY.tips.values())]:
            hits = [hit.text async for hit in provider.search(title)]
            assert title in hits
        await person.press("ctrl+p", *"foam roller")
        await person.wait_for(lambda: "Can I use a foam roller?" in person.says, "the hit")


async def test_home_names_the_tip_of_today(visit: Visit) -> None:
    async with visit((120, 30)) as person:
        today = person.app.tips.run.today
        assert today
        person.shows(f"7 Tips and prevention today: {today.title}")


async def test_brackets_in_a_tip_are_no_markup(visit: Visit) -> None:
    odd = replace(
        LIBRARY.tips["walking"], id="odd", title="[red]x[/] [@click=app.quit]y[/]", lead="[b]z"
    )
    topic = replace(LIBRARY.topics[0], tips=(odd,))
    async with visit() as person:
        library = replace(LIBRARY, topics=(topic, *LIBRARY.topics[1:]))
        person.house.catalogue = replace(CATALOGUE)
        vars(person.house.catalogue)["tips"] = library
        await person.press("7", "1")
        person.shows("[red]x[/] [@click=app.quit]y[/]")
        await person.press("enter")
        person.shows("[b]z")
        hits = [hit async for hit in TipsProvider(person.app.screen).search("click")]
        assert "[red]x[/] [@click=app.quit]y[/]" in [str(hit.prompt) for hit in hits]
