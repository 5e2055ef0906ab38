"""What all leads share: what they work with, how they ask, and how they give up."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, TypeVar

from rich.text import Text
from textual.app import App
from textual.screen import Screen

from unspasm.cues import Cues
from unspasm.domain.values import value
from unspasm.flows.care import CareFlow
from unspasm.flows.errand import BAD_CONTENT
from unspasm.journeys.house import House
from unspasm.words import Words, WordsError
from unspasm.words.phrases import harmless

Result = TypeVar("Result")


@value
class Stage:
    """What every lead works with.

    Args:
        app: shows the screens.
        house: the house.
        words: all words.
        care: leads through check and card.
        cues: what can be heard.
    """

    app: App[None]
    house: House
    words: Words
    care: CareFlow
    cues: Cues


class Asker:
    """Asks the person, each question on a screen of its own."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._app = stage.app
        self._house = stage.house
        self._all_words = stage.words
        self._care = stage.care
        self._cues = stage.cues

    async def _ask(self, screen: Screen[Result]) -> Result | None:
        """Show a screen until it goes, and return its result."""
        return await self._app.push_screen_wait(screen)

    async def _choice(self, question: str, options: Sequence[str]) -> int | None:
        """Ask for one of a few; return its place from 0."""
        from unspasm.screens.ask import AskChoice  # noqa: PLC0415

        return await self._ask(AskChoice(question, options, self._all_words.card.ask_keys))


class Lead(Asker):
    """Leads somewhere, until the person is there or `!` has it given up."""

    groups: ClassVar[tuple[str, ...]] = ()
    """Of what waits for the person, by name. What is asked for goes into the first."""

    def stop_leading(self) -> None:
        """Give up what was asked for: the screens that waited for it go."""
        for group in self.groups:
            self._app.workers.cancel_group(self._app, group)

    def _go(self, work: Callable[[], Awaitable[None]], group: str = "") -> None:
        """Lead somewhere. What this group has led to before is given up.

        Args:
            work: goes there.
            group: one of the groups; the first unless it is named.
        """
        self._app.run_worker(work, group=group or self.groups[0], exclusive=True)


def content_is_right(app: App[None], read: Callable[[], object]) -> bool:
    """Read content and return whether it has no faults; with faults the app ends and says them."""
    from unspasm.catalogue import ContentFaultsError  # noqa: PLC0415

    try:
        read()
    except (ContentFaultsError, WordsError) as error:
        app.exit(return_code=BAD_CONTENT, message=Text(harmless(str(error))))
        return False
    return True
