"""A session that runs: what to do now, on which side, and for how long. No key is needed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Footer

from unspasm.domain.figure import pose_at
from unspasm.domain.runs import SessionRun
from unspasm.domain.session import Do, Pause, Session
from unspasm.domain.session_figure import figure_seconds
from unspasm.domain.session_plan import BodySide
from unspasm.domain.stretches import Stretch
from unspasm.screens.ask import AskChoice
from unspasm.screens.base import HouseScreen, bind
from unspasm.widgets.bar import Bar
from unspasm.widgets.cells import Marks
from unspasm.widgets.figure import FigureView
from unspasm.widgets.numerals import Numerals
from unspasm.widgets.text import Plain
from unspasm.words import Words
from unspasm.words.session_phrases import (
    clock_of,
    coming_of,
    during_of,
    head_of,
    kind_of,
    said_of_key,
    side_line,
    why_paused,
)

_FRAMES_SECONDS = 1 / 8
_SAID = "bold $warning"
"""The look of what has just happened."""
_WORSE_FROM = 1
"""The first answer to "is this pain all right?" that ends the session."""
_SENTENCE_SECONDS = 5.0
"""Where there is room for one sentence only, each stays so long."""


class SessionScreen(HouseScreen[None]):
    """The player. It ends with the session."""

    CSS_PATH = "session.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-low"), (18, "-high")]  # noqa: RUF012 - as Textual
    leads_on = True
    house_words = ("session", "routine", "stretch", "phase")
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("session.pause", "space", "do('pause')"),
        bind("session.back", "left", "do('back')"),
        bind("session.next", "right", "do('next')"),
        bind("session.repeat", "r", "do('repeat')", show=False),
        bind("session.skip", "s", "do('skip')"),
        bind("session.longer", "plus,equals_sign", "do('longer')", show=False, key_display="+"),
        bind("session.shorter", "minus", "do('shorter')", show=False, key_display="-"),
        bind("session.wait", "w", "do('wait')", show=False),
        bind("session.easier", "e", "do('easier')", show=False),
        bind("session.leave_out", "x", "do('leave_out')", show=False),
        bind("session.sound", "m", "app.sound", show=False),
        bind("session.stop", "escape", "stop"),
    ]

    def __init__(
        self,
        run: SessionRun,
        words: Words,
        stretches: Mapping[str, Stretch],
        title: str,
        why: Callable[[Stretch], Iterable[str]],
        *,
        moves: bool,
        marks: Marks | None = Marks.BLOCKS,
    ) -> None:
        super().__init__()
        self._marks = marks
        """What the figure is drawn with; none is drawn without."""
        self._run = run
        self._all_words = words
        self._words = words.stretch
        self._stretches = stretches
        self._title = title
        self.set_class(marks is None, "-still")
        self._why = why
        self._moves = moves
        self._shown: tuple[object, ...] = ()
        self._said = self._coming = ""
        self._asks: AskChoice | None = None
        self._asks_worse = False
        self._stood_still = False
        """It was made to stand still by what lies over it."""

    # --- showing ------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out figure, word, time and what to do."""
        yield Plain(id="head")
        with Horizontal(id="middle"):
            if self._marks:
                yield FigureView(marks=self._marks, id="figure")
            with Vertical(id="now"):
                yield Plain(id="kind")
                yield Plain(id="name")
                yield Plain(id="side")
                yield Numerals(id="time")
        yield Plain(id="during")
        yield Plain(id="coming")
        yield Bar(id="bar")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin to look. Who leaves at once finds nothing laid out."""
        if not self.query("#coming"):
            return
        self.set_interval(_FRAMES_SECONDS, self.look)
        self.look()

    def look(self) -> None:
        """Look at the clock and show the session as it is now."""
        state = self._run.look()
        if not self.is_current:
            return
        if state.ended:
            self.dismiss(None)
        else:
            self._show_figure(state)
            self._show(state)

    def _show(self, state: Session, said: str = "") -> None:
        """Show the session, and what has just happened if anything has to be said of it."""
        stretch = self._stretches[state.phase.stretch]
        during = self._during(state, stretch)
        shown = (
            clock_of(state.left), state.at, state.paused, state.easier, state.phase.seconds, during,
        )  # fmt: skip
        if shown == self._shown and not said:
            return
        if said or shown[1:3] != self._shown[1:3]:
            self._said = said or why_paused(self._words, state)
        self._shown = shown
        words = self._words
        self._tell("#head", head_of(words, self._title, state))
        self._tell("#kind", kind_of(words, state))
        self._tell("#name", stretch.name)
        self._tell("#side", side_line(words, state.phase))
        self.query_one(Numerals).show(str(shown[0]))
        self._tell("#during", during)
        coming = state.coming
        following = self._stretches[coming.stretch] if coming else None
        self._coming = coming_of(words, state, following)
        self.say(self._said)
        self.query_one(Bar).show(state.passed_seconds / max(1, state.plan_seconds))

    def _during(self, state: Session, stretch: Stretch) -> str:
        """What to do, in as many sentences as there is room for."""
        lines = during_of(self._words, state, stretch)
        if self.has_class("-high"):
            return " ".join(lines)
        return lines[int(state.into / _SENTENCE_SECONDS) % len(lines)]

    def _show_figure(self, state: Session) -> None:
        """Move the figure with the phase, or from still to still."""
        if self._marks is None:
            return
        view, stretch = self.query_one(FigureView), self._stretches[state.phase.stretch]
        if stretch.figure is None:
            view.clear()
            return
        seconds = figure_seconds(stretch.figure, state.phase, state.into, moves=self._moves)
        view.show(stretch.figure, pose_at(stretch.figure, seconds),
                  mirrored=state.phase.side is BodySide.LEFT)  # fmt: skip

    def say(self, words: str) -> None:
        """Say what has just happened, in place of what comes next."""
        self._said = words
        self._tell("#coming", words or self._coming, style=_SAID if words else "")

    def _tell(self, where: str, words: str, *, style: str = "") -> None:
        """Show other words in a line. Each has its room, so that nothing moves."""
        line = self.query_one(where, Plain)
        if line.words != words:
            line.say(words, layout=False, style=style)

    # --- keys ---------------------------------------------------------------------------------

    def action_do(self, name: str) -> None:
        """Do something, and say what it did if the screen does not show it."""
        before = self._run.state.phase
        state = self._run.do(Do(name))
        if state.ended:
            self.dismiss(None)
            return
        stretch = self._stretches[before.stretch]
        shown = Do(name) is Do.EASIER and stretch.id in state.easier
        self._show(state, "" if shown else said_of_key(self._words, Do(name), state, stretch))

    def action_stop(self) -> None:
        """Ask whether to stop. Meanwhile it stands still."""
        words = self._words
        self._ask(words.stop_ask, [words.stop_yes, words.stop_no], {0: Do.STOP, 1: None})

    def asks(self, screen: Screen[object]) -> bool:
        """Whether this is a question of the session."""
        return screen is self._asks

    def ask_worse(self) -> None:
        """Is this pain all right? Meanwhile it stands still. Asked for twice, it is not."""
        if self._asks and self._asks_worse:
            self._asks.dismiss(_WORSE_FROM)
            return
        if self._asks:
            self._asks.dismiss(None)
        words = self._words
        worse = dict.fromkeys(range(_WORSE_FROM, len(words.worse_options)), Do.WORSE)
        self._ask(words.worse_ask, words.worse_options, {0: None, **worse}, worse=True)

    def ask_to_leave(self, leave: Callable[[], None]) -> None:
        """Ask whether to stop and quit. Asked for twice, it does."""
        if self._asks:
            self._asks.dismiss(None)
            self._end(Do.STOP)
            leave()
            return
        words = self._words
        options = [words.leave_yes, words.stop_no]
        self._ask(words.leave_running, options, {0: Do.STOP, 1: None}, leave)

    def _ask(
        self,
        question: str,
        options: Sequence[str],
        does: Mapping[int, Do | None],
        then: Callable[[], None] | None = None,
        *,
        worse: bool = False,
    ) -> None:
        """Ask while it stands still. Who takes no answer finds it as it was."""
        ran = self._stand_still() or self._stood_still
        self._stood_still = False

        def answered(place: int | None) -> None:
            self._asks = None
            if place is None or does[place] is None:
                self._go_on(ran=ran, said=place is not None)
                return
            self._end(does[place] or Do.STOP)
            if then:
                then()

        self._asks = AskChoice(question, options, self._all_words.card.ask_keys)
        self._asks_worse = worse
        self.app.push_screen(self._asks, answered)

    def on_screen_suspend(self) -> None:
        """Stand still while something lies over it."""
        self._stood_still |= self._stand_still()

    def on_screen_resume(self) -> None:
        """Run on once nothing lies over it any more."""
        if self._stood_still and self.is_current:
            self._stood_still = False
            self._go_on(ran=True, said=False)

    def _stand_still(self) -> bool:
        """Pause; return whether it ran."""
        ran = self._run.look().paused is None and not self._run.state.ended
        if ran:
            self._run.do(Do.PAUSE)
        return ran

    def _go_on(self, *, ran: bool, said: bool) -> None:
        """Run as before the question. To say "go on" goes on with a paused one too."""
        if self._run.state.paused is Pause.PERSON and (ran or said):
            self._show(self._run.do(Do.PAUSE))

    def _end(self, do: Do) -> None:
        if self._run.do(do).ended:
            self.dismiss(None)

    # --- help ---------------------------------------------------------------------------------

    def help_lines(self) -> Iterable[str]:
        """How sessions work, and this stretch in full."""
        stretch = self._stretches[self._run.state.phase.stretch]
        lines = [stretch.name, *stretch.get_in, *stretch.steps, stretch.during, *stretch.get_out]
        return [*self._all_words.help.stretch, "\n".join([*lines, *stretch.stop])]

    def why_lines(self) -> Iterable[str]:
        """Who says so."""
        return self._why(self._stretches[self._run.state.phase.stretch])
