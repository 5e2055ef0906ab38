"""Whatever a person types is shown as it is: never as markup, and never sent to the terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.own import put_files
from tests.plain.talking import Talk
from tests.screens.conftest import CONTENT, FakeClock, Person, Visit
from tests.screens.test_session_screens import NOTHING_NEW
from tests.screens.walking import blindfold
from tests.seeds import coached, say
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets import Input

from unspasm.catalogue import Catalogue
from unspasm.domain.log_entries import Background, MyActivities, PainLog
from unspasm.domain.rules import Call
from unspasm.flows.found import hit, marked, offered
from unspasm.journal import open_journal
from unspasm.journeys.house import House
from unspasm.settings import SettingsFile
from unspasm.widgets.text import Plain
from unspasm.words.phrases import harmless

MARKUP = "[/] [@click=app.quit]x[/] [bold $error]y \\[z"
STEERING = "\x1b[31m \x1b]0;t\x07 \x9b2J \r \b \x00 \x7f \u2028"
LETTERS = "\u202eאב\u202c 👩\u200d🦽 e\u0301"
NASTY = f"{MARKUP} {STEERING} {LETTERS}"
AS_SHOWN = "[/] [@click=app.quit]x[/]"
"""How it begins, wherever there is room for that much."""
ACTIVITY = "[/] [@click=app.quit]x[/] \x1b[31m \u202ewalk"
NAME = "[/] [@click=app.quit]x[/]"
"""The name of a routine; characters that cannot be shown are refused there."""
ROUTINE = f"""\
id = "mine"
name = '{NAME}'
from = '[/] [bold]physio'
note = '[/] [@click=app.quit]note[/]'
[[step]]
name = '[/] [@click=app.quit]arm[/]'
steps = ['[/] [b]sit']
seconds = 5
repeats = 6
place = "chair"
strength = false
back = "neutral"
"""
SETTINGS = """\
welcome = false
theme = "[@click=app.quit]x[/]"
activities = ["[/] [@click=app.quit]x[/] walk"]
sound = "[/] \\u001b[31m"
[keys]
"[@click=app.quit]x[/]" = "[/]"
"""
FRAGMENTS = ("[/]", "[", "]", "\\", "[@click=app.quit]x[/]", "[$error]", "[b]", "walk", " ",
             "\x1b[31m", "\x9b", "\x1b]0;t\x07", "\r\n", "\x00", "\ud800", "\u202e", "\u2066",
             "אב", "👩\u200d🦽", "e\u0301")  # fmt: skip
TYPED = st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join)


@pytest.fixture
def house(home: Path, clock: FakeClock, catalogue: Catalogue) -> House:
    house = House(CONTENT, clock, open_journal(home, clock()))
    house.catalogue = catalogue
    return house


@pytest.fixture
def wrote(home: Path, tmp_path: Path) -> Callable[[House], None]:
    """Somebody who has typed such text wherever one can type, or has imported it."""

    def seed(house: House) -> None:
        numbers = dict.fromkeys((Call.MATERNITY, Call.POISONS, Call.CRISIS), NASTY)
        coached(house, emergency_number=NASTY, numbers=numbers)
        activities = MyActivities((ACTIVITY, "sit"))
        say(house, Background(NASTY), activities)
        say(house, PainLog(5, activities={ACTIVITY: 3}, note=NASTY))
        put_files(house, home, {"mine": ROUTINE, "bad": f"name = '{NAME}'\nid = 7\n"})
        path = tmp_path / "settings.toml"
        path.write_text(SETTINGS, encoding="utf-8")
        house.settings = SettingsFile(path)

    return seed


def assert_as_it_is(person: Person, where: str) -> None:
    """Nothing on the screen steers the terminal, and nothing does anything when it is clicked."""
    for strip in person.app.screen._compositor.render_strips():
        for part in strip:
            assert part.text.isprintable(), (where, part)
            does = part.style.meta if part.style else {}
            assert "@click" not in does, (where, part)


PLACES: dict[str, tuple[tuple[str, ...], str]] = {
    "about": (("a",), AS_SHOWN),
    "number": (("a", "4"), "[@click"),
    "log": (("5", "4", "enter"), "letters"),
    "score": (("5", "4", "enter", "6"), AS_SHOWN),
    "background": (("5", "4", "enter", "9"), "[@click"),
    "progress": (("6",), ""),
    "page": (("8",), AS_SHOWN),
    "own routines": (("r",), NAME),
    "editor": (("r", "e"), NAME),
    "steps": (("r", "e", "d"), "[/] [b]sit"),
    "to remove": (("r", "x"), NAME),
    "settings": (("s",), "[@click=app.quit]x[/]"),
    "my activities": (("s", "a"), "[/] [@click"),
    "session": (("3", *NOTHING_NEW, "2", "enter", "space"), "[/] [@click=app.quit]arm[/]"),
}
"""The keys that open each screen from Home, and what can be read there."""


async def back_home(person: Person) -> None:
    """Leave everything."""
    with person.app._context():
        for lead in (person.app.stretches, person.app.logs, person.app.settings):
            lead.stop_leading()
        while len(person.app.screen_stack) > 1:
            person.app.pop_screen()
    await person.settle()


async def test_every_screen_shows_it_as_it_is(
    visit: Visit, wrote: Callable[[House], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    blindfold(monkeypatch)
    async with visit((100, 60), seed=wrote) as person:
        for name, (keys, shown) in PLACES.items():
            await person.press(*keys)
            assert_as_it_is(person, name)
            person.shows(shown)
            await back_home(person)


async def test_the_palette_shows_it_as_it_is(visit: Visit, wrote: Callable[[House], None]) -> None:
    async with visit((100, 60), seed=wrote) as person:
        with person.app._context():
            person.app.action_command_palette()
        await person.settle()
        for typed, shown in (
            ("routine: click", NAME),
            ("activities", "[@click=app.quit]x[/] walk"),
        ):
            person.app.screen.query_one(Input).value = typed
            await person.wait_for(lambda shown=shown: shown in person.says, shown)  # type: ignore[misc]
            assert_as_it_is(person, "palette")


def test_every_line_of_the_plain_face_shows_it_as_it_is(
    house: House, wrote: Callable[[House], None]
) -> None:
    wrote(house)
    for typed, shown in (
        (("a", "4", "", "q"), AS_SHOWN),
        (("5", "4", "6", "3", "", "7", "", "9", "", "", "", "q"), AS_SHOWN),
        (("6",), ""),
        (("8", ""), AS_SHOWN),
        (("r", "e1", "d1", "", "q", "q"), NAME),
        (("s", "q"), "[@click=app.quit]x[/]"),
        (("3", "0", "q"), NAME),
    ):
        assert shown in Talk(house, reads_all=False).app(*typed), typed


@given(TYPED)
def test_no_widget_and_no_hit_reads_markup(text: str) -> None:
    shown, matcher = Content(harmless(text)), Matcher("walk")
    hits = (hit(1.0, marked(matcher, text), text, print), offered(text, text, print))
    for one in hits:
        for drawn in (one.prompt, one.help or shown):
            content = Content.from_markup(drawn)  # type: ignore[arg-type] # as the palette does
            assert shown.plain == content.plain
            assert {matcher.match_style} >= {span.style for span in content.spans}
    assert shown == Plain(text).visual
