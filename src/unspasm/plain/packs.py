"""What is asked before a pack and said after it, line by line."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from unspasm.domain.pack_entries import PackKind, SkinLook
from unspasm.domain.pack_rules import PackCard
from unspasm.domain.pack_setup import NotThisPack
from unspasm.domain.pack_start import NoPack, is_a_length
from unspasm.journeys.gate_flow import Outcome, walk
from unspasm.journeys.house import House
from unspasm.journeys.pack_flow import Against, Off, PackFlow
from unspasm.journeys.packs import PackPlan
from unspasm.plain.checks import PlainChecks
from unspasm.plain.gate import PlainGate
from unspasm.plain.lines import LEAVES, Lines, whole_number
from unspasm.plain.pack_watch import PlainPackWatch
from unspasm.plain.zero_to_ten import ask_zero_to_ten
from unspasm.words import Words
from unspasm.words.pack_phrases import clock, said_of_end, said_of_rest, why_not

_LOOKS = (SkinLook.NORMAL, SkinLook.CHANGED)


class PlainPacks(PlainGate):
    """The line-by-line side of packs: `PackFace`, without ever suspending."""

    def __init__(
        self,
        checks: PlainChecks,
        house: House,
        words: Words,
        lines: Lines,
        watch: PlainPackWatch,
        *,
        minutes_given: bool = False,
    ) -> None:
        super().__init__(checks)
        self._house = house
        self._all_words = words
        self._words = words.pack
        self._lines = lines
        self._watch = watch
        self._minutes_given = minutes_given
        """The person has said for how long, and is not asked again."""

    def lead(self, plan: PackPlan | None = None) -> Outcome:
        """Lead to a pack: the one planned, or the one that the person chooses."""
        flow = self._flow()
        return self._go_on(walk(flow.choose() if plan is None else flow.open(plan)))

    def show(self) -> Outcome:
        """Show the pack that is on."""
        with self._watch.hearing(watching=True):
            return self._go_on(walk(self._flow().watch()))

    def _go_on(self, outcome: Outcome) -> Outcome:
        """Lead to one more pack that waits: an import can bring a second one."""
        while outcome is Outcome.DONE and self._watch.mind() and self._watch.waits:
            outcome = walk(self._flow().watch())
        return outcome

    def _flow(self) -> PackFlow:
        return PackFlow(self, self._house, self._watch.keeper, self._all_words.calendar)

    # --- before -------------------------------------------------------------------------------

    async def choose(self) -> PackKind | None:
        """Ask whether it is to be cold or heat."""
        texts = self._house.catalogue.packs.texts
        options = [
            self._words.choose_option.format(name=texts[kind].name, choose=texts[kind].choose)
            for kind in PackKind
        ]
        place = self._lines.choose(self._words.choose, options, self._prompt)
        return None if place is None else tuple(PackKind)[place]

    async def sooner(self, until: datetime) -> bool:
        """Ask whether the person will not wait for the rest that public advice wants."""
        words, time = self._words, clock(until)
        options = [words.sooner_no.format(time=time), words.sooner_yes]
        return self._lines.choose(words.sooner_ask.format(time=time), options, self._prompt) == 1

    async def refuse(self, no: NoPack, kind: PackKind) -> None:
        """Say why there is no pack, and until when."""
        now, young = self._house.clock().lived, self._house.status().under_16
        calendar = self._all_words.calendar
        self._lines.say("", self._heading(self._words.refused_heading))
        self._lines.say_all(why_not(self._words, calendar, no, kind, now, under_16=young))

    async def refuse_unkept(self) -> None:
        """Say that the record cannot be written, so that there is no pack."""
        self._lines.say(
            "", self._heading(self._words.refused_heading), self._words.refused_not_kept
        )

    async def against(self, against: NotThisPack, options: tuple[Against, ...]) -> Against | None:
        """Show the card that stands in place of a pack, and take what is said to it."""
        card = self._house.catalogue.packs.cards[against.answer]
        self._card(card, [one.sign.because for one in against.because])
        lines = [str(getattr(self._words, f"against_{one.value}")) for one in options]
        place = self._lines.choose(self._words.plain_against, lines, self._prompt)
        return None if place is None else options[place]

    async def ready(self, plan: PackPlan, used: timedelta) -> int | None:
        """Say how, play the alarm, and return for how many minutes it is on now."""
        words, text = self._words, self._house.catalogue.packs.texts[plan.kind]
        self._lines.say(
            "", self._heading(words.ready_title.format(name=text.name)), *words.ready_first
        )
        for heading, lines in (
            (words.heading_how, text.how),
            (words.heading_never, text.never),
            (words.heading_stop, text.stop),
        ):
            self._lines.say(self._above(heading), *self._points(lines))
        self._lines.say_all(text.evidence)
        minutes = plan.minutes if self._minutes_given else self._ask_minutes(plan.minutes)
        if minutes is None:
            return None
        self._watch.alarm()
        heard = self._lines.confirm(
            self._all_words.plain.asked.format(question=words.heard_ask_plain), self._prompt
        )
        self._lines.say(words.heard_yes if heard else words.heard_no)
        ends = self._house.clock().lived + timedelta(minutes=minutes) - used
        self._lines.say(words.length.format(minutes=minutes, time=clock(ends)))
        if used:
            self._lines.say(words.carried.format(seconds=int(used.total_seconds())))
        self._lines.say(words.start_plain)
        return None if self._lines.ask(self._prompt).casefold() in LEAVES else minutes

    def _ask_minutes(self, minutes: int) -> int | None:
        while True:
            self._lines.say(self._words.plain_minutes.format(minutes=minutes))
            text = self._lines.ask(self._prompt)
            if text.casefold() in LEAVES:
                return None
            number = whole_number(text) if text else minutes
            if number is not None and is_a_length(number):
                return number
            self._lines.say(self._words.length_bad)

    # --- while it is on, and after ------------------------------------------------------------

    async def watch(self) -> Off | None:
        """Tell every event until the pack is off, or the person leaves it to itself."""
        return self._watch.watch()

    async def after(self, off: Off) -> SkinLook | None:
        """Say what was noted, ask how skin and pain are, and return how the skin looks."""
        words, keeper, pack = self._words, self._watch.keeper, off.pack
        self._lines.say("", said_of_end(words, pack, off.ended))
        if not keeper.kept:
            self._lines.say(self._all_words.card.nothing_kept)
        place = self._lines.choose(words.skin_ask, words.skin_options, self._prompt)
        look = None if place is None else _LOOKS[place]
        if look:
            keeper.after(pack.id, skin=look)
        if rest := said_of_rest(words, keeper.rest(pack.on.kind), pack.on.kind, pack.now):
            self._lines.say(rest)
        pain = ask_zero_to_ten(self._lines, self._all_words, self._words.pain_ask)
        if pain is not None:
            keeper.after(pack.id, pain=pain)
            before = pack.on.before
            line = words.pain_after if before is None else words.pain_before_after
            self._lines.say(line.format(before=before, after=pain))
        return look

    async def skin_card(self) -> None:
        """Say what to do about skin that a pack has changed."""
        self._card(self._house.catalogue.packs.skin)

    # --- pieces -------------------------------------------------------------------------------

    def _card(self, card: PackCard, because: Iterable[str] = ()) -> None:
        self._lines.say("", self._heading(card.heading), *self._points(card.act))
        if reasons := [*self._points(because)]:
            self._lines.say(self._above(self._words.card_because), *reasons)

    def _heading(self, words: str) -> str:
        return self._all_words.plain.heading.format(words=words)

    def _above(self, words: str) -> str:
        """What stands above a list."""
        return self._all_words.plain.list_heading.format(words=words)

    def _points(self, lines: Iterable[str]) -> Iterator[str]:
        return (self._all_words.plain.point.format(words=line) for line in lines)

    @property
    def _prompt(self) -> str:
        return self._all_words.plain.prompt
