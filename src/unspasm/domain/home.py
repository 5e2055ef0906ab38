"""How things stand, for Home."""

from collections.abc import Collection
from datetime import datetime, timedelta

from unspasm.domain.care_status import CareStatus
from unspasm.domain.course_record import CourseStanding, course_standing
from unspasm.domain.entries import Check, Entry
from unspasm.domain.episodes import current_episode
from unspasm.domain.locks import Activity
from unspasm.domain.moment import Moment
from unspasm.domain.pack_entries import PackKind
from unspasm.domain.pack_record import OnSkin, PackRecord
from unspasm.domain.person import NOT_PREGNANT
from unspasm.domain.urgency import Urgency
from unspasm.domain.values import value


@value
class HomeView:
    """Everything that Home says, as values. All times are as lived, without a zone."""

    now: datetime
    checked_at: datetime | None
    checked: Urgency
    """The outcome of the newest check."""
    first: str | None
    """The id of the check whose card comes before anything else."""
    standing: Urgency
    """The urgency of that card."""
    standing_at: datetime | None
    called_at: datetime | None
    """When the person said that they had called about it."""
    ask_spoken: bool
    """A same-day card stands: ask whether they spoke to someone."""
    waits: frozenset[Activity]
    """What is closed by signs that a clinician has seen without saying "go on"."""
    under_16: bool
    pregnant: bool
    unfinished: tuple[str, ...] | None
    """What was ticked in a check that is not finished, in words; `None` if there is none."""
    in_episode: bool
    """There has been a check, or pain was told of, since the last spasm was over."""
    has_card: bool
    full_check_due: bool
    """Part of the record could not be read."""
    pack: OnSkin | None = None
    """What is on the skin now."""
    rests_until: datetime | None = None
    """Until when the skin rests, as lived. One rest for cold and heat."""
    course: tuple[CourseStanding, ...] = ()
    """Steps of the course that stand, the most urgent first."""


def how_things_stand(
    status: CareStatus,
    entries: Collection[Entry],
    moment: Moment,
    *,
    unfinished: tuple[str, ...] | None,
    packs: PackRecord,
    damaged: bool,
) -> HomeView:
    """Return what Home says.

    Args:
        status: what stands.
        entries: the entries it was made of.
        moment: now.
        unfinished: what is ticked in a check that is not finished, if there is one.
        packs: what is known of packs.
        damaged: whether part of the record could not be read.
    """
    first, latest = status.card_first, status.latest
    return HomeView(
        now=moment.lived,
        checked_at=latest.lived if latest else None,
        checked=_urgency(latest),
        first=first.check.id if first else None,
        standing=first.urgency if first else Urgency.SELF_CARE,
        standing_at=first.check.lived if first else None,
        called_at=_lived(first.called_at, moment.utc_offset) if first else None,
        ask_spoken=first is not None and first.urgency is Urgency.SAME_DAY,
        waits=_waits(status),
        under_16=status.under_16,
        pregnant=status.about.pregnancy not in {None, NOT_PREGNANT},
        unfinished=unfinished,
        in_episode=current_episode(entries) is not None,
        has_card=latest is not None,
        full_check_due=damaged,
        pack=packs.on_skin(moment),
        rests_until=_rests_until(packs, moment),
        course=course_standing(entries),
    )


def _waits(status: CareStatus) -> frozenset[Activity]:
    """What is closed by signs that a clinician has seen without saying "go on"."""
    closed = (one.closed for one in status.standing if not one.reasons)
    return frozenset[Activity]().union(*closed)


def _rests_until(packs: PackRecord, moment: Moment) -> datetime | None:
    rest = packs.rest(PackKind.HEAT, moment)
    return moment.lived + rest.left if rest else None


def _urgency(entry: Entry | None) -> Urgency:
    return entry.body.urgency if entry and isinstance(entry.body, Check) else Urgency.SELF_CARE


def _lived(at: datetime | None, offset: timedelta) -> datetime | None:
    return (at + offset).replace(tzinfo=None) if at else None
