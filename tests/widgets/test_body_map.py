"""The map of the body on a screen: drawn as large as it fits, legible without colour, clickable."""

import pytest
from rich.color import Color
from rich.style import Style
from textual.app import App, ComposeResult
from textual.theme import Theme

from unspasm.domain.body_map import MARK, SPOTS, MapSize, draw, extent, spot_at
from unspasm.domain.log_entries import Area, Side, Spot
from unspasm.theme import ANSI_DEFAULTS, DARK, DEFAULTS, LIGHT
from unspasm.widgets.body_map import BodyMap

HERE = Spot(Area.LOWER)
TICKED = frozenset({HERE, Spot(Area.BUTTOCK, Side.LEFT)})
EACH_SIZE = pytest.mark.parametrize("size", MapSize)


class Stage(App[None]):
    """Nothing but a map."""

    CSS = "Screen { background: $surface; } BodyMap { width: 100%; height: 100%; }"

    def __init__(self, sides: tuple[str, str] = ("L", "R"), *, ansi: bool = False) -> None:
        super().__init__(ansi_color=ansi or None)
        self.sides = sides
        self.clicked: list[Spot] = []

    def compose(self) -> ComposeResult:  # noqa: D102
        yield BodyMap(self.sides)

    def on_mount(self) -> None:  # noqa: D102
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        self.map.show(TICKED, HERE)

    def get_theme_variable_defaults(self) -> dict[str, str]:  # noqa: D102
        return ANSI_DEFAULTS if self.current_theme.ansi else DEFAULTS

    def on_body_map_clicked(self, event: BodyMap.Clicked) -> None:  # noqa: D102
        self.clicked.append(event.spot)

    @property
    def map(self) -> BodyMap:  # noqa: D102
        return self.query_one(BodyMap)

    @property
    def lines(self) -> list[str]:  # noqa: D102
        return [self.map.render_line(y).text for y in range(self.map.size.height)]

    @property
    def looks(self) -> dict[str, Style]:
        """How the last sign of each kind looks."""
        strips = [self.map.render_line(y) for y in range(self.map.size.height)]
        return {
            sign: part.style for strip in strips for part in strip if part.style
            for sign in part.text.strip()
        }  # fmt: skip


def brightness(colour: Color) -> float:
    """The relative luminance of WCAG 2."""
    parts = [part / 255 for part in colour.get_truecolor()]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return sum(x * share for x, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@EACH_SIZE
async def test_it_is_drawn_as_large_as_it_fits(size: MapSize) -> None:
    app = Stage()
    async with app.run_test(size=extent(size)) as pilot:
        await pilot.pause()
        drawn = draw(size, TICKED, HERE)

        assert app.lines == ["".join(cell.text for cell in row) for row in drawn]


@pytest.mark.parametrize("size", [(1, 1), (2, 40), (18, 8), (40, 1), (100, 50)])
async def test_it_can_be_drawn_in_any_room(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()

        assert [size[0]] * size[1] == [len(line) for line in app.lines]


@EACH_SIZE
async def test_a_click_names_the_spot_that_was_meant(size: MapSize) -> None:
    app = Stage()
    width, height = extent(size)
    places = {spot_at(x, y, size): (x, y) for x in range(width) for y in range(height)}
    async with app.run_test(size=extent(size)) as pilot:
        for spot in SPOTS:
            await pilot.click(BodyMap, offset=places[spot])
        await pilot.click(BodyMap, offset=(0, 0))

        assert tuple(app.clicked) == SPOTS


async def test_words_for_the_sides_cannot_steer_the_terminal() -> None:
    app = Stage(("\x1b[2J", "[b]"))
    async with app.run_test(size=extent(MapSize.LARGE)) as pilot:
        await pilot.pause()

        assert app.lines[1].startswith("?[2J ")
        assert app.lines[1].endswith(" [b]")


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
async def test_every_sign_stands_out_from_its_ground(theme: Theme) -> None:
    app = Stage()
    async with app.run_test(size=extent(MapSize.LARGE)) as pilot:
        app.theme = theme.name
        await pilot.pause()
        looks = app.looks
        app.map.show(TICKED, Spot(Area.NECK))
        looks |= {f"{sign} elsewhere": look for sign, look in app.looks.items()}

        for sign, look in looks.items():
            assert look.color, sign
            assert look.bgcolor, sign
            assert contrast(look.color, look.bgcolor) >= 7, sign


async def test_without_colour_ticks_are_marks_and_the_place_is_in_brackets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Stage(ansi=True)
    async with app.run_test(size=extent(MapSize.LARGE)) as pilot:
        app.theme = "ansi-dark"
        await pilot.pause()

        assert any(f"[{MARK * 3}]" in line for line in app.lines)
        sent = [part.style for strip in app.screen._compositor.render_strips() for part in strip]
        assert all(not one.color or one.color.is_default for one in sent if one)
        assert all(not one.bgcolor or one.bgcolor.is_default for one in sent if one)
