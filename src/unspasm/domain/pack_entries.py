"""What the journal keeps of packs."""

from datetime import timedelta
from enum import Enum

from unspasm.domain.moment import Stamp
from unspasm.domain.values import value


class PackKind(Enum):
    """Cold or heat."""

    COLD = "cold"
    HEAT = "heat"


@value
class PackOn:
    """A pack was put on the skin."""

    kind: PackKind
    minutes: int
    """How long it is to stay on, 1 to 20."""
    stamp: Stamp
    carried: timedelta = timedelta(0)
    """What a pack before it, which never touched the skin, has used up of the time."""
    sooner: bool = False
    """A cold pack after a cold pack, sooner than public advice, by the person's own choice."""
    before: int | None = None
    """Pain before it, 0 to 10, if it was said."""


@value
class SkinCheck:
    """The person looked at the skin under a pack."""

    pack: str
    """The entry of the pack."""
    after: timedelta
    """How long the pack had been on by then, at most."""
    fine: bool


class Ended(Enum):
    """How a pack came to its end."""

    OFF = "off"
    UNTOUCHED = "untouched"
    """It never touched the skin."""
    EARLIER = "earlier"
    """It came off long before the person came back to say so."""


@value
class PackOff:
    """A pack is off the skin."""

    pack: str
    """The entry of the pack."""
    kind: PackKind
    """Said again, should that entry be lost."""
    ended: Ended
    stamp: Stamp
    on_for: timedelta | None
    """How long it was on, at most; `None` where nobody can tell."""
    over_for: timedelta | None
    """How much of that was past its time; `None` where nobody can tell."""


class SkinLook(Enum):
    """What the skin looks like after a pack."""

    NORMAL = "normal"
    """Or a little pink."""
    CHANGED = "changed"
    """Numb, white, purple, blotchy, blistered or burning."""


@value
class PackAfter:
    """How it is after a pack. What was not said is `None`."""

    pack: str
    """The entry of the pack."""
    skin: SkinLook | None = None
    pain: int | None = None
    """0 to 10."""


@value
class Arrived:
    """Entries about packs came here from another machine."""

    entries: frozenset[str]
    stamp: Stamp


PackBody = PackOn | SkinCheck | PackOff | PackAfter | Arrived
