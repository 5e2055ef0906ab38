"""A picture of signs on a screen: drawn for its room, and only when something has changed."""

import pytest
from tests.domain.charts import MONTHS, days
from textual.app import App, ComposeResult

from unspasm.domain.pain_chart import Row, Run, Tone, pain_chart
from unspasm.theme import ANSI_DEFAULTS, DARK, DEFAULTS, LIGHT
from unspasm.widgets.runs import RunsView

SIZE = (40, 12)


class Pen:
    """Draws the size it is asked for, and remembers."""

    def __init__(self) -> None:
        self.sizes: list[tuple[int, int]] = []

    def __call__(self, width: int, height: int) -> tuple[Row, ...]:
        """Draw."""
        self.sizes.append((width, height))
        return (
            (Run("[b]"), Run(f"{width}x{height}", Tone.MEDIAN)),
            *((Run(tone.value, tone),) for tone in Tone),
        )


class Stage(App[None]):
    """Nothing but a picture."""

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self.pen = pen

    def compose(self) -> ComposeResult:  # noqa: D102
        yield RunsView(self.pen)

    def on_mount(self) -> None:  # noqa: D102
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:  # noqa: D102
        return ANSI_DEFAULTS if self.current_theme.ansi else DEFAULTS

    @property
    def view(self) -> RunsView:  # noqa: D102
        return self.query_one(RunsView)


def text_of(view: RunsView) -> list[str]:
    return [view.render_line(line).text.rstrip() for line in range(view.size.height)]


def colour_of(view: RunsView, tone: Tone) -> str:
    segments = [one for line in range(view.size.height) for one in view.render_line(line)]
    return next(str(one.style.color) for one in segments if one.style and one.text == tone.value)


async def test_it_draws_for_the_room_it_has_and_once() -> None:
    pen = Pen()
    async with Stage(pen).run_test(size=SIZE) as pilot:
        app = pilot.app
        assert isinstance(app, Stage)
        for _ in range(5):
            app.view.refresh()
            await pilot.pause()

        assert [SIZE] == pen.sizes
        assert "[b]40x12" == text_of(app.view)[0]
        assert "" == text_of(app.view)[-1]


async def test_it_draws_anew_for_another_size_and_another_picture() -> None:
    pen, other = Pen(), Pen()
    async with Stage(pen).run_test(size=SIZE) as pilot:
        app = pilot.app
        assert isinstance(app, Stage)
        await pilot.resize_terminal(24, 6)
        await pilot.pause()
        assert "[b]24x6" == text_of(app.view)[0]
        app.view.show(pen)
        app.view.show(other)
        await pilot.pause()
        assert [(24, 6)] == other.sizes
        app.view.show(None)
        await pilot.pause()

        assert not any(text_of(app.view))
        assert [SIZE, (24, 6)] == pen.sizes


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name, "nord", "ansi-dark"])
async def test_each_tone_is_drawn_in_every_theme(theme: str) -> None:
    async with Stage(Pen()).run_test(size=SIZE) as pilot:
        app = pilot.app
        assert isinstance(app, Stage)
        before = colour_of(app.view, Tone.MEDIAN)
        app.theme = theme
        await pilot.pause()

        assert [tone.value for tone in Tone] == text_of(app.view)[1 : len(Tone) + 1]
        assert (before == colour_of(app.view, Tone.MEDIAN)) == (theme == DARK.name)


async def test_a_line_that_is_too_long_is_cut_at_the_edge() -> None:
    async with Stage(Pen()).run_test(size=(5, 3)) as pilot:
        app = pilot.app
        assert isinstance(app, Stage)

        assert [5] * 3 == [app.view.render_line(line).cell_length for line in range(3)]


async def test_it_shows_the_picture_of_pain() -> None:
    shown = days(7, None, 4)
    async with Stage(Pen()).run_test(size=SIZE) as pilot:
        app = pilot.app
        assert isinstance(app, Stage)
        app.view.show(lambda width, height: pain_chart(shown, width, height, months=MONTHS))
        await pilot.pause()

        assert text_of(app.view)[0].startswith("10┤")
