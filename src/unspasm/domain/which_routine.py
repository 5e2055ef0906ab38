"""Which routine fits today, which stretches of it, and why: always the person's to change."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from unspasm.domain.answers import Trend
from unspasm.domain.locks import Activity
from unspasm.domain.session_plan import Phase, dose_of, lay_out
from unspasm.domain.stretches import Direction, Library, Recovery, Routine, Stretch, Unsuited
from unspasm.domain.values import value

ACUTE_DAYS = 7
SEVERE_PAIN = 6
"""From this pain on a spasm counts as acute, whatever its day."""
GONE_PAIN = 1
"""Up to this pain a spasm that improves counts as over, for what is done about it."""


@value
class Spasm:
    """How the spasm stands, as far as the record tells."""

    days: float
    """Since it began."""
    pain: int
    trend: Trend


@value
class Body:
    """What decides which stretches suit the person today."""

    spasm: Spasm | None
    """`None` outside a spasm."""
    closed: frozenset[Activity] = frozenset()
    pregnant: bool = False
    weak_bones: bool = False
    blood_thinner: bool = False
    leg_pain: bool = False
    """Pain down one leg below the knee."""
    floor: bool = True
    """The person says that they can get down and up again, with a phone in reach."""
    better: Direction | None = None
    """Which way feels better, bending or arching, if either does."""
    unsuited: frozenset[Unsuited] = frozenset()
    """What the person has ticked besides."""
    left_out: frozenset[str] = frozenset()
    """Stretches that the person leaves out, or that ended two sessions."""

    @property
    def recovery(self) -> Recovery:
        """The phase of recovery."""
        spasm = self.spasm
        if spasm is None:
            return Recovery.PREVENTION
        if spasm.days <= ACUTE_DAYS or spasm.pain >= SEVERE_PAIN or spasm.trend is Trend.WORSENING:
            return Recovery.ACUTE
        quiet = spasm.pain <= GONE_PAIN and spasm.trend is Trend.IMPROVING
        return Recovery.PREVENTION if quiet else Recovery.EASING

    @property
    def may_floor(self) -> bool:
        """Whether floor work is open."""
        return self.floor and not self.pregnant and self.may_strain

    @property
    def may_strain(self) -> bool:
        """Whether nothing closes floor and strength work."""
        waits = Unsuited.RECENT_OPERATION in self.unsuited
        return Activity.FLOOR not in self.closed and not waits

    @property
    def reasons(self) -> frozenset[Unsuited]:
        """Every reason to leave a stretch out that holds."""
        holds = {
            Unsuited.OSTEOPOROSIS: self.weak_bones,
            Unsuited.BLOOD_THINNER: self.blood_thinner,
            Unsuited.PREGNANT: self.pregnant,
            Unsuited.CANNOT_GET_DOWN: not self.floor,
            Unsuited.LEG_PAIN_BELOW_KNEE: self.leg_pain,
            Unsuited.ARCHING_WORSE: self.better is Direction.BEND,
            Unsuited.BENDING_WORSE: self.better is Direction.ARCH,
            Unsuited.ACUTE_SEVERE: self.spasm is not None and self.spasm.pain > SEVERE_PAIN,
        }
        return self.unsuited | {reason for reason, true in holds.items() if true}


class Left(Enum):
    """Why a stretch is left out today."""

    FLOOR = "floor"
    STRENGTH = "strength"
    """Never in the acute phase, nor while a sign closes floor and strength work."""
    PHASE = "phase"
    """It has no dose for this phase of recovery."""
    CHOSEN = "chosen"
    SUITS_NOT = "suits_not"
    """For one of its own reasons to skip it."""


@value
class Fitted:
    """A routine as it fits today."""

    routine: Routine
    body: Body
    """What it was fitted to."""
    recovery: Recovery
    stretches: tuple[Stretch, ...]
    left_out: tuple[tuple[Stretch, Left, str], ...]
    """What is left out, why, and the stretch's own sentence for it if it has one."""
    phases: tuple[Phase, ...]

    @property
    def as_done(self) -> Mapping[str, Stretch]:
        """Its stretches by id, each with the one dose that it is done in."""
        phase = self.recovery
        return {one.id: replace(one, doses={phase: one.doses[phase]}) for one in self.stretches}

    @property
    def is_itself(self) -> bool:
        """Whether at least half of the routine is left, so that it can go by its name."""
        return bool(self.phases) and 2 * len(self.stretches) >= len(self.routine.stretches)


class Why(Enum):
    """Why a routine is suggested."""

    ACUTE = "acute"
    EASING = "easing"
    PREVENTION = "prevention"
    ARCHING = "arching"
    """Bending makes it worse, arching does not."""
    NO_FLOOR = "no_floor"
    REST_UNSUITED = "rest_unsuited"
    """What would be suggested does not suit the person."""


@value
class Chosen:
    """What the person took, or changed to be offered something else."""

    routine: str | None
    floor: bool
    better: Direction | None
    ask_again: bool = False
    """What suits the person is to be asked again."""
    take_in: bool = False
    """What they left out is to be shown, to be taken in again."""
    own: bool = False
    """The routines of their own are to be shown."""


def fit(routine: Routine, library: Library, body: Body) -> Fitted:
    """Return what is left of a routine today."""
    recovery = dose_of(routine, body.recovery)
    kept: list[Stretch] = []
    left: list[tuple[Stretch, Left, str]] = []
    for name in routine.stretches:
        stretch = routine.stretch(name, library.stretches)
        why = _left_out(stretch, recovery, body)
        if why is None:
            kept.append(stretch)
        else:
            left.append((stretch, *why))
    return Fitted(routine, body, recovery, tuple(kept), tuple(left), lay_out(kept, recovery))


def closed_now(stretch: Stretch, body: Body) -> Left | None:
    """Return why a stretch waits, however it is done and whoever gave it; `None` if it does not."""
    if stretch.place.is_floor and not body.may_floor:
        return Left.FLOOR
    return Left.STRENGTH if stretch.strength and not body.may_strain else None


def _left_out(stretch: Stretch, recovery: Recovery, body: Body) -> tuple[Left, str] | None:
    if stretch.id in body.left_out:
        return Left.CHOSEN, ""
    if stretch.place.is_floor and not body.may_floor:
        return Left.FLOOR, ""
    if stretch.strength and (recovery is Recovery.ACUTE or not body.may_strain):
        return Left.STRENGTH, ""
    for reason in Unsuited:
        if reason in body.reasons and reason in stretch.skip:
            return Left.SUITS_NOT, stretch.skip[reason]
    return None if recovery in stretch.doses else (Left.PHASE, "")


_BY_PHASE = {
    Recovery.ACUTE: ("ease", Why.ACUTE),
    Recovery.EASING: ("loosen", Why.EASING),
    Recovery.PREVENTION: ("strong", Why.PREVENTION),
}
EXTENSION = "extension"
FIRST_AID = "first_aid"
_NO_FLOOR = {Recovery.ACUTE: FIRST_AID}
_NO_FLOOR_LATER = "desk_break"


def suggested(library: Library, body: Body) -> tuple[Fitted, Why]:
    """Return the routine that fits best today, and why."""
    recovery = body.recovery
    name, why = _BY_PHASE[recovery]
    if not body.may_floor:
        name, why = _NO_FLOOR.get(recovery, _NO_FLOOR_LATER), Why.NO_FLOOR
    elif recovery is Recovery.EASING and body.better is Direction.ARCH:
        name, why = EXTENSION, Why.ARCHING
    best = fit(library.routines[name], library, body)
    others = [] if best.is_itself else [one for one in all_fitted(library, body) if _ours(one)]
    return (others[0], Why.REST_UNSUITED) if others else (best, why)


def _ours(fitted: Fitted) -> bool:
    """Whether it may be suggested: what the person made themselves they choose themselves."""
    return not fitted.routine.yours


def all_fitted(library: Library, body: Body) -> list[Fitted]:
    """Return every routine of which at least half is left today, those of today's phase first."""
    found = [fit(routine, library, body) for routine in library.routines.values()]
    whole = [one for one in found if one.is_itself]
    return sorted(whole, key=lambda one: _rank(one, body))


def _rank(fitted: Fitted, body: Body) -> int:
    """Where a routine stands: those of today's phase, the person's own, the others."""
    if fitted.routine.recovery is body.recovery:
        return 0
    return 1 if fitted.routine.yours else 2
