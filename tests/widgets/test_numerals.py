"""The time of a session or a pack, in numerals that can be read from the floor."""

from unittest.mock import patch

import pytest
from textual.app import App, ComposeResult

from unspasm.widgets.numerals import SIGNS, Numerals, drawn


class OneTime(App[None]):
    """A time, and nothing else."""

    CSS = "Numerals.low { height: 1; }"

    def __init__(self, classes: str = "") -> None:
        super().__init__()
        self.numerals = Numerals()
        self.numerals.set_classes(classes)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.numerals

    def lines(self) -> list[str]:
        """What is drawn, without the room behind."""
        numerals = self.numerals
        return [numerals.render_line(y).text.rstrip() for y in range(numerals.size.height)]


def test_no_two_signs_look_alike() -> None:
    assert len({drawn(sign) for sign in SIGNS}) == len(SIGNS)


def test_every_sign_has_the_same_room_so_that_nothing_moves_as_the_time_runs() -> None:
    assert {len(line) for sign in SIGNS for line in drawn(sign)} == {3}


def test_what_is_no_sign_of_a_time_has_its_room_and_is_not_drawn() -> None:
    assert drawn("1?") == tuple(line + "   " for line in drawn("1"))


@pytest.mark.parametrize("time", ["0:00", "12:34", "56:07", "8:09"])
async def test_a_time_stands_in_three_lines(time: str) -> None:
    app = OneTime()
    async with app.run_test():
        app.numerals.show(time)
        assert app.lines() == [line.rstrip() for line in drawn(time)]


async def test_where_there_is_one_line_the_time_is_written() -> None:
    app = OneTime("low")
    async with app.run_test():
        app.numerals.show("12:34")
        assert app.lines() == ["12:34"]


async def test_nothing_is_drawn_anew_for_the_time_that_stands_there() -> None:
    app = OneTime()
    async with app.run_test() as pilot:
        app.numerals.show("0:10")
        await pilot.pause()
        with patch.object(app.numerals, "refresh") as refresh:
            app.numerals.show("0:10")
            assert not refresh.called
            app.numerals.show("0:09")
            assert refresh.called
