"""A line of words: it asks for another layout of the screen only when it needs other room."""

from unittest.mock import patch

import pytest
from textual.app import App, ComposeResult

from unspasm.widgets.text import Plain


class OneLine(App[None]):
    """A line, and one below it."""

    CSS = "Plain { width: 20; height: auto; } .fixed { height: 2; } .inline { width: auto; }"

    def __init__(self, classes: str = "") -> None:
        super().__init__()
        self.line = Plain("as it was", classes=classes)
        self.below = Plain("below")

    def compose(self) -> ComposeResult:
        """Lay them out."""
        yield self.line
        yield self.below


@pytest.mark.parametrize(
    ("classes", "words", "laid_out"),
    [
        ("", "as it is now", False),
        ("", "words that take more than one line", True),
        ("fixed", "words that take more than one line", False),
        ("inline", "longer than it was", True),
    ],
)
async def test_only_other_room_lays_the_screen_out_anew(
    classes: str,
    words: str,
    laid_out: bool,  # noqa: FBT001 - a column of the table
) -> None:
    app = OneLine(classes)
    async with app.run_test() as pilot:
        await pilot.pause()
        with patch.object(app.line, "refresh", wraps=app.line.refresh) as refresh:
            app.line.say(words)
        assert laid_out is any(call.kwargs.get("layout") for call in refresh.call_args_list)
        await pilot.pause()
        assert words.split(maxsplit=1)[0] in app.line.render_line(0).text


async def test_what_stands_below_makes_room_and_takes_it_back() -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        top = app.below.region.y
        for words, lower in (("words that take more than one line", 1), ("short", 0)):
            app.line.say(words)
            await pilot.pause()
            assert top + lower == app.below.region.y


async def test_a_line_that_was_hidden_has_its_room_when_it_is_shown() -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        top = app.below.region.y
        app.line.display = False
        await pilot.pause()
        app.line.say("words that take more than one line")
        app.line.display = True
        await pilot.pause()
        assert top + 1 == app.below.region.y
