"""What the record says about the person today, as far as it decides which stretches suit them."""

from datetime import datetime, timedelta

from unspasm.domain.care_status import CareStatus
from unspasm.domain.entries import Check, Entry
from unspasm.domain.gate import in_a_spasm
from unspasm.domain.pain import pain_said
from unspasm.domain.session_record import left_out
from unspasm.domain.stretches import Direction, Recovery, Unsuited
from unspasm.domain.which_routine import Body, Spasm
from unspasm.journeys.house import House

_WEAK_BONES = frozenset({"osteoporosis", "steroids_long"})
_LEG_PAIN = frozenset({"leg_pain_one_below_knee", "leg_tingle_numb_one"})
_REASONS = frozenset(one.value for one in Unsuited)
_JUST_NOW = timedelta(hours=1)


def body_today(house: House, *, floor: bool = True, better: Direction | None = None) -> Body:
    """Return what the record says about which stretches suit the person today."""
    status = house.status()
    about, facts = status.about, _facts(house, status)
    return Body(
        spasm=_spasm(house),
        closed=status.closed,
        pregnant=about.pregnancy not in {None, "no"},
        weak_bones=bool(facts & _WEAK_BONES),
        blood_thinner="blood_thinner" in facts,
        unsuited=frozenset(Unsuited(one) for one in about.unsuited if one in _REASONS),
        leg_pain=bool(facts & _LEG_PAIN),
        floor=floor,
        better=better,
        left_out=left_out(house.session_entries()),
    )


def recovery_today(house: House) -> Recovery:
    """Return the phase of recovery, by what the record says of the spasm alone."""
    return Body(_spasm(house)).recovery


def pain_just_now(house: House) -> int | None:
    """Return the pain that was said last, if that was within the hour."""
    now = house.clock().wall
    return pain_said(_every_pain(house), now - _JUST_NOW, now)


def _every_pain(house: House) -> list[Entry]:
    return [*house.care_entries(), *house.pack_entries(), *house.session_entries()]


def _facts(house: House, status: CareStatus) -> frozenset[str]:
    """What is known to be true: lasting things, and what the last check said."""
    signs = house.catalogue.rules.signs
    about = status.about
    ids = about.lasting_yes | about.lasting_unsure
    facts = {fact for sign in ids if sign in signs for fact in signs[sign].covers}
    latest = status.latest.body if status.latest else None
    return frozenset(facts) | (latest.answers.true if isinstance(latest, Check) else frozenset())


def _spasm(house: House) -> Spasm | None:
    """How the spasm stands by its last full check, its days counted on, and the pain said since.

    A check from the future counts as none.
    """
    now, entries = house.clock(), house.care_entries()
    if not in_a_spasm(entries, now):
        return None
    full = [
        entry
        for entry in entries
        if isinstance(entry.body, Check) and entry.body.complete and entry.at <= now.wall
    ]
    latest = max(full, key=_when, default=None)
    if latest is None or not isinstance(latest.body, Check):
        return None
    answers = latest.body.answers
    since = max(0, (now.day - latest.lived.date()).days)
    pain = pain_said(_every_pain(house), latest.at, now.wall)
    return Spasm((answers.days or 0) + since, pain or 0, answers.trend)


def _when(entry: Entry) -> tuple[datetime, str]:
    return entry.at, entry.id
