"""The figure on a screen: it draws only what has changed, and only while it can be seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen

from unspasm.domain.figure import Figure, pose_at
from unspasm.theme import ANSI_DEFAULTS, DARK, DEFAULTS, LIGHT
from unspasm.widgets.cells import Marks, Row, cells_of
from unspasm.widgets.figure import FigureView

SIZE = (40, 16)


class Stage(App[None]):
    """Nothing but a figure."""

    def compose(self) -> ComposeResult:  # noqa: D102
        yield FigureView()

    def on_mount(self) -> None:  # noqa: D102
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:  # noqa: D102
        return ANSI_DEFAULTS if self.current_theme.ansi else DEFAULTS

    @property
    def view(self) -> FigureView:  # noqa: D102
        return self.screen_stack[0].query_one(FigureView)


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    drawings: list[object] = []

    def counted(*arguments: Any, **named: Any) -> tuple[Row, ...]:  # noqa: ANN401
        drawings.append(arguments)
        return cells_of(*arguments, **named)

    monkeypatch.setattr("unspasm.widgets.figure.cells_of", counted)
    yield drawings


def text_of(view: FigureView) -> str:
    return "\n".join(view.render_line(line).text for line in range(view.size.height))


def colours_of(view: FigureView) -> set[str]:
    strips = [view.render_line(line) for line in range(view.size.height)]
    return {str(segment.style.color) for strip in strips for segment in strip
            if segment.style and segment.text.strip()}  # fmt: skip


async def test_it_shows_the_pose_it_is_given(figures: dict[str, Figure]) -> None:
    shown = figures["bird_dog"]
    async with Stage().run_test(size=SIZE) as pilot:
        view = pilot.app.query_one(FigureView)
        view.show(shown, pose_at(shown, 0))
        await pilot.pause()
        before = text_of(view)
        view.show(shown, pose_at(shown, 3))
        await pilot.pause()

        assert before != text_of(view)
        assert "█" in before
        view.clear()
        await pilot.pause()
        assert not text_of(view).strip()


async def test_nothing_is_drawn_while_the_pose_stays_the_same(
    figures: dict[str, Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = figures["bird_dog"]
    with counting(monkeypatch) as drawings:
        async with Stage().run_test(size=SIZE) as pilot:
            view = pilot.app.query_one(FigureView)
            view.show(shown, pose_at(shown, 3))
            await pilot.pause()
            drawings.clear()
            for _ in range(5):
                view.show(shown, pose_at(shown, 3))
                await pilot.pause()

            assert [] == drawings


async def test_nothing_is_drawn_while_it_cannot_be_seen(
    figures: dict[str, Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = figures["bird_dog"]
    with counting(monkeypatch) as drawings:
        async with Stage().run_test(size=SIZE) as pilot:
            app = pilot.app
            assert isinstance(app, Stage)
            app.view.display = False
            await pilot.pause()
            drawings.clear()
            for number in range(5):
                app.view.show(shown, pose_at(shown, 1 + number / 5))
                await pilot.pause()
            hidden = list(drawings)
            app.view.display = True
            await pilot.pause()
            seen = text_of(app.view)
            await app.push_screen(Screen())
            await pilot.pause()
            drawings.clear()
            for number in range(5):
                app.view.show(shown, pose_at(shown, 2 + number / 5))
                await pilot.pause()
            behind = list(drawings)
            app.pop_screen()
            await pilot.pause()
            app.view.show(shown, pose_at(shown, 2.8))
            await pilot.pause()

            assert ([], []) == (hidden, behind)
            assert seen.strip()
            assert seen != text_of(app.view)


async def test_only_the_lines_that_differ_are_drawn_anew(
    figures: dict[str, Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = figures["curl_up"]
    async with Stage().run_test(size=SIZE) as pilot:
        view = pilot.app.query_one(FigureView)
        view.show(shown, pose_at(shown, 1.4))
        await pilot.pause()
        regions: list[Region] = []
        monkeypatch.setattr(view, "refresh", lambda *given, **_: regions.extend(given))
        view.show(shown, pose_at(shown, 1.6))

        assert 0 < len(regions) < SIZE[1] / 2
        assert all(1 == region.height for region in regions)


async def test_it_grows_with_the_window(figures: dict[str, Figure]) -> None:
    shown = figures["bridge"]
    async with Stage().run_test(size=SIZE) as pilot:
        view = pilot.app.query_one(FigureView)
        view.show(shown, pose_at(shown, 0))
        await pilot.pause()
        small = text_of(view).count("█")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()

        assert text_of(view).count("█") > 3 * small


async def test_its_colours_follow_the_theme(figures: dict[str, Figure]) -> None:
    shown = figures["bird_dog"]
    async with Stage().run_test(size=SIZE) as pilot:
        view = pilot.app.query_one(FigureView)
        view.show(shown, pose_at(shown, 3))
        await pilot.pause()
        dark = colours_of(view)
        pilot.app.theme = LIGHT.name
        await pilot.pause()
        light = colours_of(view)

        assert 4 == len(dark) == len(light)
        assert dark.isdisjoint(light)


async def test_it_can_be_drawn_with_braille(figures: dict[str, Figure]) -> None:
    shown = figures["bridge"]
    async with Stage().run_test(size=SIZE) as pilot:
        view = pilot.app.query_one(FigureView)
        view.show(shown, pose_at(shown, 0))
        view.use(Marks.BRAILLE)
        await pilot.pause()

        assert "█" not in text_of(view)
        assert any("\u2800" < sign <= "\u28ff" for sign in text_of(view))


async def test_without_colour_nothing_is_lost_where_two_limbs_meet(
    figures: dict[str, Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = figures["bird_dog"]
    monkeypatch.setenv("NO_COLOR", "1")
    app = Stage(ansi_color=True)
    async with app.run_test(size=SIZE) as pilot:
        app.theme = "ansi-dark"
        app.view.show(shown, pose_at(shown, 3))
        await pilot.pause()
        strips = [app.view.render_line(line) for line in range(SIZE[1])]
        plain = text_of(app.view)
    async with Stage().run_test(size=SIZE) as pilot:
        view = pilot.app.query_one(FigureView)
        view.show(shown, pose_at(shown, 3))
        await pilot.pause()
        coloured = text_of(view)

    grounds = {segment.style.bgcolor for strip in strips for segment in strip if segment.style}
    assert all(ground is None or ground.is_default for ground in grounds)
    assert plain.count("█") >= coloured.count("█")
