"""Packs under way: what is on the skin, whichever copy of the program put it there."""

from collections.abc import Callable
from datetime import datetime, timedelta

from unspasm.domain.care_status import care_status
from unspasm.domain.entries import Body, Entry
from unspasm.domain.locks import Activity
from unspasm.domain.pack_entries import Ended, PackAfter, PackKind, PackOff, PackOn, SkinCheck
from unspasm.domain.pack_entries import SkinLook as Look
from unspasm.domain.pack_record import OnSkin, PackRecord, Rest
from unspasm.domain.pack_rules import DEFAULT_MINUTES
from unspasm.domain.pack_start import NoPack, is_a_length, no_pack
from unspasm.domain.pack_watch import PackCue, PackWatch, look
from unspasm.domain.rules import COACHED_FROM_AGE
from unspasm.domain.values import value
from unspasm.journeys.house import House

Play = Callable[[list[PackCue], OnSkin], None]
"""Tells the person of cues. Called after everything has been written."""


@value
class PackPlan:
    """A pack that is about to be put on."""

    kind: PackKind
    minutes: int = DEFAULT_MINUTES
    sooner: bool = False
    """The person has chosen not to wait for the rest that public advice wants."""
    before: int | None = None
    """Pain before it, 0 to 10."""


class PackKeeper:
    """Watches over the packs of this record, and writes what the person says of them."""

    def __init__(self, house: House, play: Play) -> None:
        self._house = house
        self._play = play
        self._record = PackRecord(house.pack_entries())
        self._watch = PackWatch()
        self.kept = True
        """Whether everything said of packs was written."""

    # --- seeing -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the record again: another copy may have written."""
        self._record = PackRecord(self._house.pack_entries())

    def look(self) -> OnSkin | None:
        """Look at the clock, tell what is due, and return what is on the skin."""
        self._watch, cues = look(self._watch, self._record, self._house.clock())
        pack = self._watch.pack
        if pack and cues:
            self._play(cues, pack)
        return pack

    @property
    def pack(self) -> OnSkin | None:
        """What was on the skin at the last look."""
        return self._watch.pack

    @property
    def skin_changed(self) -> bool:
        """Whether a pack has changed the skin, and nobody has said that it is normal again."""
        return self._record.skin_changed

    def rest(self, kind: PackKind) -> Rest | None:
        """How long the skin rests before such a pack; `None` if it does not."""
        return self._record.rest(kind, self._house.clock())

    def rests_until(self) -> datetime | None:
        """Until when the skin rests, as lived; `None` if it does not."""
        rest = self.rest(PackKind.HEAT)
        return self._house.clock().lived + rest.left if rest else None

    def carried(self) -> timedelta:
        """What a pack that never touched the skin has used up of the next one's time."""
        return self._record.carried(self._house.clock())

    def closed(self) -> bool:
        """Whether a sign, or the age, closes packs."""
        return Activity.PACK in self._house.status().closed

    def no_pack(self, kind: PackKind, *, sooner: bool = False) -> NoPack | None:
        """Return why such a pack may not be put on now; `None` if it may."""
        self.refresh()
        closed = self._house.status().closed
        return no_pack(self._record, closed, kind, self._house.clock(), sooner=sooner)

    # --- saying -------------------------------------------------------------------------------

    def begin(self, plan: PackPlan) -> NoPack | None:
        """Put a pack on, if it may be: looked up and written in one go, before it is shown.

        Returns:
            Why not; `None` if it is on, or could not be written: `kept` tells.

        Raises:
            ValueError: if no pack may be planned to stay on so long.
        """
        if not is_a_length(plan.minutes):
            raise ValueError(plan.minutes)
        refused: list[NoPack] = []

        def decide(entries: list[Entry]) -> list[Entry]:
            moment = self._house.clock()
            record = PackRecord(entries)
            closed = care_status(COACHED_FROM_AGE, entries, moment.lived.year).closed
            if no := no_pack(record, closed, plan.kind, moment, sooner=plan.sooner):
                refused.append(no)
                return []
            soon = no_pack(record, closed, plan.kind, moment) is not None
            carried = record.carried(moment)
            on = PackOn(plan.kind, plan.minutes, moment.stamp, carried, soon, plan.before)
            return [self._entry(on)]

        self.kept = self._house.decide(decide, or_nothing=True)
        self.refresh()
        self.look()
        return refused[0] if refused else None

    def checked(self, *, fine: bool) -> None:
        """Note that the person looked at the skin. Where nobody asked, only "not fine" counts."""
        pack = self.look()
        if pack and not pack.over and (pack.asks or not fine):
            after = timedelta(0) if pack.on_for is None else pack.on_for
            self._say(lambda there: SkinCheck(there.id, after, fine), pack.id)

    def off(self, ended: Ended = Ended.OFF) -> OnSkin | None:
        """Note that the pack is off; return what was on, `None` if nothing was.

        "It never touched the skin" holds in the first minute only, and "it came off long before"
        only when it was put on many hours ago: otherwise it has come off now.
        """
        pack = self.look()
        if pack is None:
            return None

        def body(there: OnSkin) -> PackOff:
            may = {Ended.UNTOUCHED: there.can_be_untouched, Ended.EARLIER: there.long_ago}
            said = ended if may.get(ended, True) else Ended.OFF
            return PackOff(
                pack=there.id,
                kind=there.on.kind,
                ended=said,
                stamp=self._house.clock().stamp,
                on_for=there.on_for,
                over_for=there.over_for,
            )

        self._say(body, pack.id)
        return pack

    def after(self, pack: str, skin: Look | None = None, pain: int | None = None) -> None:
        """Note how it is after a pack."""
        self.kept &= self._house.append([self._entry(PackAfter(pack, skin, pain))])
        self.refresh()

    def _say(self, body: Callable[[OnSkin], Body], pack: str) -> None:
        """Write something about the pack that is on, unless another copy has taken it off."""

        def decide(entries: list[Entry]) -> list[Entry]:
            there = PackRecord(entries).on_skin(self._house.clock())
            return [self._entry(body(there))] if there and there.id == pack else []

        self.kept &= self._house.decide(decide)
        self.refresh()
        self.look()

    def _entry(self, body: Body) -> Entry:
        return self._house.entry(body)
