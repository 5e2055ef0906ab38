"""What all screens share: their help, and their keys in words."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from textual.binding import Binding
from textual.screen import Screen

Result = TypeVar("Result")


def digits(action: str, what: str, last: int = 9) -> list[Binding]:
    """Return a binding for each digit from 1, kept out of the footer."""
    return [
        Binding(
            str(number),
            f"{action}({number})",
            f"{what} {number}",
            show=False,
            id=f"{action}.{number}",
            tooltip=f"{what} {number}",
        )
        for number in range(1, last + 1)
    ]


class HouseScreen(Screen[Result], Generic[Result]):
    """A screen with help of its own."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it without ClassVar
        (0, "-narrow"),
        (60, "-normal"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - as above

    @property
    def holds(self) -> bool:
        """Whether nothing may lead on from here."""
        return False

    async def action_why(self) -> None:
        """Show who says so."""
        await self.run_action("app.why")

    def help_lines(self) -> Iterable[str]:
        """What there is to know about this screen."""
        return ()

    def why_lines(self) -> Iterable[str]:
        """Who says what this screen says."""
        return ()
