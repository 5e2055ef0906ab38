"""A pack that is on, line by line: one line an event, nothing that moves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from unspasm.cues import Cues
from unspasm.domain.pack_entries import Ended
from unspasm.domain.pack_record import OnSkin
from unspasm.domain.pack_watch import PackCue
from unspasm.journeys.house import House
from unspasm.journeys.pack_flow import Off
from unspasm.journeys.packs import PackKeeper
from unspasm.plain.lines import EndOfInputError, Lines
from unspasm.words import Words
from unspasm.words.pack_phrases import (
    clock,
    digits,
    last_words,
    name_of,
    spoken,
    title_case,
    why_over,
    window_title,
)

_TICK_SECONDS = 0.25
_WAITING = frozenset({PackCue.LOOK, PackCue.LOOK_AGAIN, PackCue.TAKE_OFF})
"""What waits for an answer."""


class PlainPackWatch:
    """Times the pack that is on, and takes what the person says of it."""

    def __init__(
        self, house: House, words: Words, lines: Lines, cues: Cues, check: Callable[[], object]
    ) -> None:
        self.keeper = PackKeeper(house, self._tell)
        self._house = house
        self._all_words = words
        self._words = words.pack
        self._lines = lines
        self._cues = cues
        self._check = check
        self._watching = False
        """Whether what is typed is about the pack, rather than the answer to something else."""
        self._titled = False
        self._told: PackCue | None = None
        """What was told last that waits for an answer."""
        self._asked_off: str | None = None
        """The pack of which it was asked whether it is off, while that question stands."""

    @property
    def waits(self) -> bool:
        """Whether a pack has to come off, or the skin under it is to be looked at."""
        pack = self.keeper.pack
        return pack is not None and (pack.over is not None or pack.asks)

    def mind(self) -> OnSkin | None:
        """Look, and keep looking while something else is asked, as long as a pack is on."""
        self.keeper.refresh()
        pack = self._look()
        self._lines.meanwhile = self._look if pack else None
        return pack

    def watch(self) -> Off | None:
        """Tell every event until the pack is off, or the person leaves it to itself.

        Raises:
            EndOfInputError: if there is no more to read.
        """
        if self._watching:
            return self._watch()
        with self.hearing(watching=True):
            return self._watch()

    def _watch(self) -> Off | None:
        pack = self.mind()
        if pack and not self.waits:
            name = title_case(name_of(self._words, pack.on.kind))
            line = self._words.plain_on.format(name=name, time=clock(pack.ends))
            self._lines.say("", line, self._words.plain_keys)
        elif pack and self._told is None:
            self._lines.say(self._line(PackCue.TAKE_OFF if pack.over else PackCue.LOOK, pack))
        while pack:
            try:
                said = self._lines.ask_within(_TICK_SECONDS)
                pack = self._look()
                off = self._answer(said, pack) if said is not None and pack else None
            except KeyboardInterrupt:
                said, off = "", self._ask_whether_off()
            except EndOfInputError:
                self._say_closed(pack)
                raise
            if off:
                return off
            if said and said.casefold() in {"q", "b"}:
                break
        self.mind()
        if pack is None:
            self._lines.say(self._words.off_elsewhere)
        return None

    @contextmanager
    def hearing(self, *, watching: bool) -> Iterator[None]:
        """For a while, take what is typed as about the pack, or as the answer to something else."""
        before, self._watching, self._told = self._watching, watching, None
        self._asked_off = None
        try:
            yield
        finally:
            self._watching = before

    def alarm(self) -> None:
        """Play the alarm, to be heard once."""
        self._cues.give(self._words.say_alarm, alarm=True)

    # --- telling ------------------------------------------------------------------------------

    def say_still_on(self) -> None:
        """Say that a pack is on, if one is: nobody will warn of it any more."""
        pack = self.keeper.look()
        if pack:
            self._lines.say("", last_words(self._words, pack))

    def _look(self) -> OnSkin | None:
        """Look at the clock, and whether another copy has noted something."""
        if self._house.changed_elsewhere():
            self.keeper.refresh()
        pack = self.keeper.look()
        if pack or self._titled:
            title = window_title(self._words, pack) if pack else self._words.title_none
            self._cues.title(title)
            self._titled = True
        return pack

    def _tell(self, cues: list[PackCue], pack: OnSkin) -> None:
        """Say each cue on a line, and aloud. What takes a pack off is silenced by nothing."""
        for cue in cues:
            self._lines.say(self._line(cue, pack))
            self._told = cue if cue in _WAITING else self._told
        self._cues.give(spoken(self._words, cues), alarm=PackCue.TAKE_OFF in cues)

    def _line(self, cue: PackCue, pack: OnSkin) -> str:
        """Return a cue in words. Where something else is asked it names no key: it has another."""
        words = self._words
        why = why_over(words, self._all_words.calendar, pack) if pack.over else ""
        if cue in _WAITING and not self._watching:
            plain = self._all_words.plain
            look = plain.heading.format(words=words.look_title)
            return words.plain_over_asked.format(why=why) if pack.over else look
        line = str(getattr(words, f"plain_{cue.value}"))
        return line.format(time=clock(pack.ends), left=digits(pack.left), why=why)

    def _say_closed(self, pack: OnSkin | None) -> None:
        if pack:
            words = self._words
            line = words.plain_closed_over if pack.over else words.plain_closed
            self._lines.say(line.format(time=clock(pack.ends)))

    # --- hearing ------------------------------------------------------------------------------

    def _answer(self, said: str, pack: OnSkin) -> Off | None:
        """Take an answer to what was asked last, or else do what was typed."""
        words, text = self._words, said.casefold()
        asked, self._asked_off = self._asked_off == pack.id, None
        match text:
            case "y" | "n" if asked and pack.asks:
                self._lines.say(words.plain_look_again)  # nobody can tell which was answered
            case "y" if asked:
                return self._off()
            case "y" if pack.asks:
                self.keeper.checked(fine=True)
                self._lines.say(words.noted_fine.format(time=clock(pack.now)))
            case "n" if pack.asks:
                self.keeper.checked(fine=False)
            case "" if pack.asks:
                self._lines.say(words.plain_look_again)
            case "" | "n" if asked and not pack.over:
                self._lines.say(words.plain_still_on.format(time=clock(pack.ends)))
            case _:
                return self._do(text, pack)
        return None

    def _do(self, text: str, pack: OnSkin) -> Off | None:
        words = self._words
        match text:
            case "" | "o" if not pack.over and not pack.asks:
                self._asked_off = pack.id  # a slip would cost two hours of rest
                self._lines.say(words.plain_ask_off)
            case "" | "o":
                return self._off()
            case "u" if pack.can_be_untouched and not pack.over:
                return self._off(Ended.UNTOUCHED)
            case "l" if pack.over and pack.long_ago:
                return self._off(Ended.EARLIER)
            case "m":
                sound = self._cues.next_sound()
                self._lines.say(str(getattr(words, f"sound_{sound.value}")))
            case "!" | "w":
                with self.hearing(watching=False):
                    self._check()
                self._lines.say(words.plain_keys)
            case "q" | "b":
                self._lines.say(words.plain_still_on.format(time=clock(pack.ends)))
            case _:
                self._say_keys(text)
        return None

    def _say_keys(self, text: str) -> None:
        """Say which keys there are. To say no to nothing is no fault."""
        if text != "n":
            self._lines.say(self._all_words.plain.not_understood.format(text=text))
        self._lines.say(self._words.plain_keys)

    def _off(self, ended: Ended = Ended.OFF) -> Off | None:
        pack = self.keeper.off(ended)
        self.mind()
        return Off(pack, ended) if pack else None

    def _ask_whether_off(self) -> Off | None:
        """Somebody wants to stop the program, but the pack is on the skin and not in it."""
        words, plain = self._words, self._all_words.plain
        self._lines.say("")
        try:
            with self.hearing(watching=False):
                off = self._lines.confirm(words.plain_is_off, plain.prompt)
        except EndOfInputError:
            self._say_closed(self._look())
            raise
        pack = self._look()
        if pack and pack.asks and self._told:
            self._lines.say(words.plain_look_again)  # nobody can tell which question was answered
        elif off:
            return self._off()
        elif pack:
            self._lines.say(words.plain_still_on.format(time=clock(pack.ends)))
        return None
