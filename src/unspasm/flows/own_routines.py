"""Leads through the routines of one's own. The screens are imported when one is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from unspasm.domain.locks import Activity
from unspasm.flows.lead import Lead, Stage

if TYPE_CHECKING:
    from unspasm.domain.own_routines import OwnRoutine
    from unspasm.journeys.own_routines import RoutineEdit
    from unspasm.screens.routines import Wanted

_LONGEST_NAME = 400


class OwnLead(Lead):
    """The list, and what is done with a routine."""

    groups = ("own routines",)

    def __init__(
        self, stage: Stage, start: Callable[[str], None], refuse: Callable[[], None]
    ) -> None:
        """Lead nowhere yet.

        Args:
            stage: what it works with.
            start: leads to a session of the routine of that id, through everything that is asked.
            refuse: shows why there is no exercise to read, while sessions are closed.
        """
        super().__init__(stage)
        self._start = start
        self._refuse = refuse
        self._run: RoutineEdit | None = None
        """What was begun and neither kept nor left: `!` must not lose it."""

    def open(self) -> None:
        """Lead to the list. There is one at a time, and none while sessions are closed."""
        from unspasm.screens.marking import MarkingScreen  # noqa: PLC0415

        if Activity.SESSION in self._house.status().closed:
            self._refuse()
        elif not any(isinstance(one, MarkingScreen) for one in self._app.screen_stack):
            self._go(self._open)

    async def _open(self) -> None:
        if name := await self.lead():
            self._start(name)

    async def lead(self) -> str | None:
        """Show the list until the person leaves; return the id of a routine that is to start."""
        from unspasm.journeys.today import body_today  # noqa: PLC0415
        from unspasm.screens.routines import RoutinesScreen  # noqa: PLC0415

        said = ""
        if self._run and self._run.changed and (name := await self._edit(self._run)):
            return name
        while True:
            shelf = self._house.shelf
            found = shelf.read()
            screen = RoutinesScreen(
                self._all_words,
                found.routines,
                shelf.ours,
                body_today(self._house),
                found.faults,
                said,
            )
            wanted = await self._ask(screen)
            if wanted is None or Activity.SESSION in self._house.status().closed:
                return None
            own = found.routines.get(wanted.routine)
            if wanted.what == "start" and own:
                return own.id
            if wanted.what in {"edit", "new"}:
                if name := await self._begin(own if wanted.what == "edit" else None):
                    return name
                said = ""
            else:
                said = await self._do(wanted, own)

    async def _begin(self, own: "OwnRoutine | None") -> str | None:
        from unspasm.journeys.own_routines import RoutineEdit  # noqa: PLC0415

        return await self._edit(RoutineEdit(self._house, self._all_words.own, own))

    async def _edit(self, run: "RoutineEdit") -> str | None:
        """Change a routine; return its id if it is to start."""
        from unspasm.screens.routine import RoutineScreen  # noqa: PLC0415

        self._run = run
        start = await self._ask(RoutineScreen(run, self._all_words))
        self._run = None
        return run.draft.id if start else None

    async def _do(self, wanted: "Wanted", own: "OwnRoutine | None") -> str:
        """Copy, print, remove or add; return what came of it, in words."""
        from unspasm.journeys.own_routines import RoutineFiles  # noqa: PLC0415

        words, files = self._all_words.own, RoutineFiles(self._house, self._all_words)
        if wanted.what == "add":
            name = await self._ask_file(words.add_ask, "")
            read, said = files.read(name) if name else (None, "")
            if read is None or (files.is_there(read) and not await self._sure_of(read)):
                return said
            return files.add(read)
        if own is None:
            return ""
        match wanted.what:
            case "copy":
                name = await self._ask_file(words.share_ask, files.copy_name(own))
                return files.copy(own, name) if name else ""
            case "print":
                name = await self._ask_file(words.print_ask, files.page_name(own))
                return files.print_to(own, name) if name else ""
            case _:
                question = words.remove_ask.format(name=own.name)
                sure = await self._yes(question, words.remove_yes, words.remove_no)
                return files.remove(own) if sure else ""

    async def _sure_of(self, own: "OwnRoutine") -> bool:
        words = self._all_words.own
        question = words.there_ask.format(id=own.id)
        return await self._yes(question, words.there_yes, words.there_no)

    async def _ask_file(self, question: str, name: str) -> str | None:
        from unspasm.screens.ask import AskText  # noqa: PLC0415

        keys = self._all_words.about.text_keys
        return await self._ask(AskText(question, name, keys, _LONGEST_NAME, never_worse=False))

    async def _yes(self, question: str, yes: str, no: str) -> bool:
        return await self._choice(question, [yes, no]) == 0
