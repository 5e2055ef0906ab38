"""The settings and the first page on the full screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.plain.talking import Talk
from tests.screens.conftest import NOTHING, Person, Visit
from tests.seeds import coached, put_on

from unspasm.domain.entries import About
from unspasm.flows.commands import SettingCommands
from unspasm.flows.errand import StretchErrand
from unspasm.journeys.house import House
from unspasm.journeys.settings import ROWS
from unspasm.screens.session import SessionScreen
from unspasm.settings import SettingsFile, read_settings
from unspasm.words import Words

Seed = Callable[[House], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def says(path: Path) -> Callable[..., Seed]:
    """Let a house follow a file that says this."""

    def with_text(text: str = "welcome = false\n") -> Seed:
        path.write_text(text, encoding="utf-8")

        def seed(house: House) -> None:
            house.settings = SettingsFile(path)

        return seed

    return with_text


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


async def test_a_setting_is_changed_by_key_and_by_cursor_and_kept_at_once(
    visit: Visit, says: Callable[..., Seed], path: Path, words: Words
) -> None:
    async with visit(seed=says("welcome = false # seen\n")) as person:
        await person.press("s", "1", "2")
        person.shows(words.settings.theme_light, words.settings.saved)
        assert person.app.theme == "unspasm-light"
        await person.press("down", "down", "up", "enter", "2")
        assert person.app.animation_level == "none"
        await person.press("6", *"22:00", "minus", *"7:00", "enter")
        person.shows("22:00 to 07:00")
        await person.press("7", "backspace", "backspace", *"21", "enter")
        person.shows(words.settings.pack_minutes_bad)
        await person.press("7", "backspace", "backspace", "9", "enter")
        person.shows("9 min")
        await person.press("4", "4")
        assert person.app._cues.sound.value == "nothing"
        await person.press("c")
        assert person.bells == 1
        await person.press("escape")
        assert person.screen == "HomeScreen"
        assert [] == person.told
    settings, faults = read_settings(path)

    assert () == faults
    assert ("unspasm-light", False, "22:00", "07:00", 9, "off") == (
        settings.theme, settings.motion, settings.quiet_from, settings.quiet_to,
        settings.pack_minutes, settings.sound,
    )  # fmt: skip
    assert text_of(path).startswith("welcome = false # seen\n")


async def test_what_the_file_says_is_followed_and_its_faults_are_told(
    visit: Visit, says: Callable[..., Seed], words: Words, path: Path
) -> None:
    text = (
        'welcome = false\ntheme = "no such"\nsound = "off"\n[keys]\n"do.s" = "s,f5"\n'
        '"app.worse" = "f2"\n"app.help" = "f3"\n'
    )
    async with visit(size=(100, 60), seed=says(text)) as person:
        assert person.app.theme == "unspasm-dark"
        assert person.app._cues.sound.value == "nothing"
        await person.press("f5")
        assert person.screen == "SettingsScreen"
        person.shows(words.settings.faults, "toml:2: theme:", "toml:6: keys.app.worse:")
        await person.press("f3")
        assert person.screen == "ReadScreen"
        await person.press("escape", "exclamation_mark")
        assert person.screen == "CheckScreen"
    assert text == text_of(path)


async def test_the_environment_goes_first(
    visit: Visit, says: Callable[..., Seed], monkeypatch: pytest.MonkeyPatch, words: Words
) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", "nord")
    async with visit(seed=says('welcome = false\ntheme = "dracula"\n')) as person:
        assert person.app.theme == "nord"
        await person.press("s", "1", "1")
        assert person.app.theme == "nord"
        person.shows(words.settings.comes_first.format(name="TEXTUAL_THEME"))
    monkeypatch.setenv("NO_COLOR", "1")
    async with visit(seed=says('welcome = false\ntheme = "dracula"\n')) as person:
        assert person.app.theme == "ansi-dark"


async def test_every_setting_is_found_by_its_name(
    visit: Visit, says: Callable[..., Seed], words: Words
) -> None:
    async with visit(seed=says()) as person:
        provider = SettingCommands(person.app.screen, None)
        for name in ROWS:
            label = str(getattr(words.settings, name))
            with person.app._context():
                found = [hit async for hit in provider.search(label)]
            assert any(hit.text and label in hit.text for hit in found), name
        with person.app._context():
            (hit,) = [hit async for hit in provider.search("Settings: A pack stays on")]
            hit.command()
        await person.settle()
        person.shows(words.settings.pack_minutes_ask)


async def test_the_list_is_whole_in_a_small_window(
    visit: Visit, says: Callable[..., Seed], words: Words
) -> None:
    async with visit(size=(40, 12), seed=says()) as person:
        await person.press("s")
        seen = person.says
        for _ in range(len(ROWS)):
            await person.press("down")
            seen += person.says
        for name in ROWS:
            first = str(getattr(words.settings, name)).split()[0]
            assert first in seen, name
        await person.press("9")
        assert person.screen == "AboutScreen"


@pytest.mark.parametrize(
    ("figure", "signs"),
    [("none", ""), ("braille", "\u28ff\u2847\u28c0"), ("blocks", "\u2580\u2584")],
)
async def test_a_session_draws_the_figure_that_is_preferred(
    visit: Visit, says: Callable[..., Seed], words: Words, figure: str, signs: str
) -> None:
    def known(house: House) -> None:
        coached(house)
        says(f'welcome = false\nmotion = false\nfigure = "{figure}"\n')(house)

    async with visit(seed=known, errand=StretchErrand("ease")) as person:
        await person.press("0", "1")
        await person.wait_for(lambda: person.screen == "SessionScreen", "the session")
        person.shows(words.stretch.kind_ready)
        assert bool(signs) is any(one in person.text for one in signs)
        assert isinstance(person.app.screen, SessionScreen)
        assert not person.app.screen._moves


# --- the first page -------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "screen"), [("1", "CheckScreen"), ("escape", "HomeScreen")])
async def test_the_first_page_comes_once_and_one_key_leads_on(
    visit: Visit, path: Path, words: Words, key: str, screen: str
) -> None:
    def first(house: House) -> None:
        house.settings = SettingsFile(path)

    async with visit(seed=first) as person:
        assert person.screen == "WelcomeScreen"
        person.shows(words.app.purpose, words.app.limits, words.welcome.check)
        await person.press(key)
        assert person.screen == screen
    assert not read_settings(path)[0].welcome
    async with visit(seed=first) as person:
        assert person.screen == "HomeScreen"


async def test_from_the_first_page_one_key_leads_to_relief(visit: Visit, path: Path) -> None:
    def first(house: House) -> None:
        house.settings = SettingsFile(path)

    async with visit(size=(40, 12), seed=first) as person:
        assert person.screen == "WelcomeScreen"
        await person.press("2")
        await person.wait_for(lambda: person.screen == "CheckScreen", "the page before relief")


async def test_setting_up_asks_whom_to_call_and_what_may_be_heard(
    visit: Visit, path: Path, words: Words
) -> None:
    def first(house: House) -> None:
        house.settings = SettingsFile(path)

    async with visit(seed=first) as person:
        await person.press("enter")
        await person.wait_for(lambda: person.screen == "AskText", "the country")
        person.shows("United Kingdom")
        await person.press("enter")
        person.shows("999", words.welcome.number_ask)
        await person.press(*"555", "enter", *"38", "enter", "1", "1")
        assert [words.welcome.done] == person.told
        assert person.bells == 1
        said = [one.body for one in person.house.care_entries() if isinstance(one.body, About)]
        assert ("GB", "555", "no", 38) == (
            said[-1].country, said[-1].emergency_number, said[-1].pregnancy,
            said[-1].age_in(2026),
        )  # fmt: skip


async def test_everything_may_wait_and_under_16_no_more_is_asked(
    visit: Visit, path: Path, words: Words
) -> None:
    def first(house: House) -> None:
        house.settings = SettingsFile(path)

    async with visit(seed=first) as person:
        await person.press("3")
        await person.wait_for(lambda: person.screen == "AskText", "the country")
        await person.press("escape", "escape", *"15", "enter")
        person.shows(words.welcome.sound_ask)
        await person.press("escape")
        assert person.screen == "HomeScreen"


def with_a_card(house: House) -> None:
    Talk(house, reads_all=False).check("1")


def with_a_check_begun(house: House) -> None:
    Talk(house, reads_all=False).check("0", "6?")


@pytest.mark.parametrize(
    ("seed", "screen"),
    [(with_a_card, "CareScreen"), (with_a_check_begun, "HomeScreen"), (put_on, "PackScreen")],
)
async def test_the_first_page_never_comes_before_what_waits_for_the_person(
    visit: Visit, path: Path, seed: Seed, screen: str
) -> None:
    def both(house: House) -> None:
        seed(house)
        house.settings = SettingsFile(path)

    async with visit(seed=both) as person:
        await person.wait_for(lambda: person.screen == screen, "what waits")
        assert "WelcomeScreen" not in [type(one).__name__ for one in person.app.screen_stack]


async def test_the_first_page_can_be_seen_again(visit: Visit, says: Callable[..., Seed]) -> None:
    async with visit(seed=says()) as person:
        assert person.screen == "HomeScreen"
        await person.press("s", "e")
        assert person.screen == "WelcomeScreen"
        await leave(person)


async def leave(person: Person) -> None:
    """Go back to the list, and from there to the check, as from anywhere."""
    await person.press("escape")
    assert person.screen == "SettingsScreen"
    await person.press("exclamation_mark", *NOTHING[1:2])
    assert person.screen == "CheckScreen"
