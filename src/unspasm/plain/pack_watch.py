"""A pack that is on, line by line: one line an event, nothing that moves."""

from collections.abc import Callable

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
    name_of,
    spoken,
    title_case,
    why_over,
    window_title,
)

_TICK_SECONDS = 0.25


class PlainPackWatch:
    """Times the pack that is on, and takes what the person says of it."""

    def __init__(
        self, house: House, words: Words, lines: Lines, cues: Cues, check: Callable[[], object]
    ) -> None:
        self.keeper = PackKeeper(house, self._tell)
        self._all_words = words
        self._words = words.pack
        self._lines = lines
        self._cues = cues
        self._check = check

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
        pack = self.mind()
        if pack and not pack.over:
            name = title_case(name_of(self._words, pack.on.kind))
            line = self._words.plain_on.format(name=name, time=clock(pack.ends))
            self._lines.say("", line, self._words.plain_keys)
        while pack:
            try:
                said = self._lines.ask_within(_TICK_SECONDS)
                pack = self._look()
                off = self._answer(said, pack) if said is not None and pack else None
            except KeyboardInterrupt:
                off = self._ask_whether_off()
            except EndOfInputError:
                self._say_closed(pack)
                raise
            if off:
                return off
            if said == "q":
                break
        self.mind()
        if pack is None:
            self._lines.say(self._words.off_elsewhere)
        return None

    def alarm(self) -> None:
        """Play the alarm, to be heard once."""
        self._cues.give(self._words.say_alarm, alarm=True)

    # --- telling ------------------------------------------------------------------------------

    def _look(self) -> OnSkin | None:
        pack = self.keeper.look()
        if pack:
            self._cues.title(window_title(self._words, pack))
        return pack

    def _tell(self, cues: list[PackCue], pack: OnSkin) -> None:
        """Say each cue on a line, and aloud. What takes a pack off is silenced by nothing."""
        why = why_over(self._words, self._all_words.calendar, pack) if pack.over else ""
        for cue in cues:
            line = str(getattr(self._words, f"plain_{cue.value}"))
            self._lines.say(line.format(time=clock(pack.ends), left=digits(pack.left), why=why))
        self._cues.give(spoken(self._words, cues), alarm=PackCue.TAKE_OFF in cues)

    def _say_closed(self, pack: OnSkin | None) -> None:
        if pack:
            words = self._words
            line = words.plain_closed_over if pack.over else words.plain_closed
            self._lines.say(line.format(time=clock(pack.ends)))

    # --- hearing ------------------------------------------------------------------------------

    def _answer(self, said: str, pack: OnSkin) -> Off | None:
        words = self._words
        match said.casefold():
            case "y" if pack.asks:
                self.keeper.checked(fine=True)
                self._lines.say(words.noted_fine.format(time=clock(pack.now)))
            case "n" if pack.asks:
                self.keeper.checked(fine=False)
            case "" if pack.asks:
                self._lines.say(words.plain_look_again)
            case "" | "o":
                return self._off()
            case "u" if pack.can_be_untouched and not pack.over:
                return self._off(Ended.UNTOUCHED)
            case "l" if pack.over and pack.long_ago:
                return self._off(Ended.EARLIER)
            case "m":
                sound = self._cues.next_sound()
                self._lines.say(str(getattr(words, f"sound_{sound.value}")))
            case "!":
                self._check()
                self._lines.say(words.plain_keys)
            case "q":
                self._lines.say(words.plain_still_on.format(time=clock(pack.ends)))
            case text:
                self._lines.say(self._all_words.plain.not_understood.format(text=text))
                self._lines.say(words.plain_keys)
        return None

    def _off(self, ended: Ended = Ended.OFF) -> Off | None:
        pack = self.keeper.off(ended)
        self.mind()
        return Off(pack, ended) if pack else None

    def _ask_whether_off(self) -> Off | None:
        """Somebody wants to stop the program, but the pack is on the skin and not in it."""
        words, plain = self._words, self._all_words.plain
        self._lines.say("")
        if self._lines.confirm(words.plain_is_off, plain.prompt):
            return self._off()
        pack = self._look()
        if pack:
            self._lines.say(words.plain_still_on.format(time=clock(pack.ends)))
        return None
