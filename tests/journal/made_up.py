"""Entries that nobody made: by hand where one matters, by chance where any may come."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import Reason, assessment_of
from unspasm.domain.care_status import CareStatus, care_status
from unspasm.domain.course_entries import CourseReached, CourseSeen, CourseShown
from unspasm.domain.entries import (
    About,
    Body,
    Called,
    Check,
    Entry,
    EpisodeOver,
    Lapsed,
    NothingNew,
    Said,
    Seen,
    SettledAnswer,
    TakenBack,
)
from unspasm.domain.locks import Lock
from unspasm.domain.log_entries import (
    Area,
    Background,
    Helped,
    HowOften,
    MyActivities,
    PainLog,
    Retracted,
    SetOff,
    Side,
    Spot,
)
from unspasm.domain.moment import Moment, Stamp
from unspasm.domain.pack_entries import (
    Arrived,
    Ended,
    PackAfter,
    PackKind,
    PackOff,
    PackOn,
    SkinCheck,
    SkinLook,
)
from unspasm.domain.plan_entries import SmallDone
from unspasm.domain.retraction import may_be_hidden
from unspasm.domain.rules import Call
from unspasm.domain.session_entries import End, Feel, LeftOut, SessionAfter, SessionDone
from unspasm.domain.urgency import Urgency
from unspasm.journal import Journal
from unspasm.journal.records import to_entry

START = datetime(2026, 5, 3, 14, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
NOW = Moment(START + timedelta(days=900), HOUR, 100.0, 100.0, "a-boot")
ADULTS_FROM = 16
YEAR = 2026
NOTHING_ASKED = Answers(age=40, days=1, pain=3)


def entry(name: str, body: Body, *, hours: float = 0) -> Entry:
    """Return an entry by its name, some hours after the start."""
    return Entry(name, START + timedelta(hours=hours), HOUR, body)


def reason(name: str, urgency: Urgency, locks: Lock) -> Reason:
    """Return a reason by its name."""
    return Reason(name, name, urgency, locks, f"because of {name}", ("a-source",), asked=name)


def check(name: str, *reasons: Reason, hours: float = 0, complete: bool = True) -> Entry:
    """Return a check with these reasons."""
    urgency = assessment_of(list(reasons)).urgency
    return entry(name, Check(NOTHING_ASKED, urgency, reasons, complete), hours=hours)


EMERGENCY = reason("numb", Urgency.EMERGENCY, Lock.ALL)
SAME_DAY = reason("fever", Urgency.SAME_DAY, Lock.SESSIONS_AND_PACKS)
FLOOR_ONLY = reason("toilet", Urgency.SAME_DAY, Lock.FLOOR)


def seen(name: str, of: str, *reasons: Reason, said: Said = Said.GO_ON, hours: float = 1) -> Entry:
    """Return an entry by which a clinician has seen the person for these reasons of a check."""
    ids = frozenset(one.id for one in reasons)
    return entry(name, Seen(of, ids, date(2026, 5, 4), said), hours=hours)


def taken_back(name: str, of: str, *reasons: Reason, hours: float = 1) -> Entry:
    """Return an entry by which these reasons of a check were a mistake."""
    return entry(name, TakenBack(of, frozenset(one.id for one in reasons)), hours=hours)


def everything_in(journal: Journal) -> list[Entry]:
    """Every entry that is kept, in the order it was written."""
    return list(map(to_entry, journal.every_row()))


def status_of(entries: list[Entry]) -> CareStatus:
    """What entries add up to."""
    return care_status(ADULTS_FROM, entries, YEAR)


# --- by chance ------------------------------------------------------------------------------------

# A terminal hands on bytes that are no UTF-8 as lone low surrogates.
weird_text = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from("\x00\x07\x1b\x1f\x7f\x85\u200b\u202e\u2028\ufeff\udc80\udcff'\"\\%{}[]"),
    max_size=30,
)
some_texts = st.frozensets(weird_text, max_size=4)
finite = st.floats(allow_nan=False, allow_infinity=False)

answers = st.builds(
    Answers,
    age=st.none() | st.integers(0, 120),
    days=st.none() | st.integers(0, 36_500) | finite,
    pain=st.none() | st.integers(0, 10),
    trend=st.sampled_from(Trend),
    yes=some_texts,
    unsure=some_texts,
)
worths = st.sampled_from(
    [
        (Urgency.ROUTINE, Lock.NOTHING),
        (Urgency.SOON, Lock.NOTHING),
        (Urgency.SOON, Lock.ALL),
        (Urgency.SAME_DAY, Lock.FLOOR),
        (Urgency.SAME_DAY, Lock.SESSIONS),
        (Urgency.SAME_DAY, Lock.SESSIONS_AND_PACKS),
        (Urgency.EMERGENCY, Lock.ALL),
    ]
)
"""Urgencies with the locks that content may give them."""
any_reasons = st.builds(
    lambda worth, **named: Reason(urgency=worth[0], locks=worth[1], **named),
    worths,
    id=weird_text,
    sign=weird_text,
    because=weird_text,
    sources=st.lists(weird_text, max_size=3).map(tuple),
    say=weird_text,
    call=st.none() | st.sampled_from(Call),
    unsure=st.booleans(),
    signs=some_texts,
    asked=weird_text,
)
abouts = st.builds(
    About,
    year_of_birth=st.none() | st.integers(1900, 2030),
    said_in=st.none() | st.integers(2020, 2050),
    pregnancy=st.none() | st.sampled_from(["no", "maybe_pregnant", "pregnant"]),
    lasting_yes=some_texts,
    lasting_unsure=some_texts,
    lasting_known=st.booleans(),
    country=st.none() | weird_text,
    emergency_number=st.none() | weird_text,
    numbers=st.dictionaries(st.sampled_from(Call), weird_text),
    pack_yes=some_texts,
    pack_unsure=some_texts,
    pack_asked=some_texts,
    pack_cleared=some_texts,
    unsuited=some_texts,
    unsuited_asked=st.booleans(),
)
checks = st.builds(
    Check,
    answers,
    st.sampled_from(Urgency),
    st.lists(any_reasons, max_size=3).map(tuple),
    st.booleans(),
    st.dictionaries(weird_text, st.sampled_from(SettledAnswer), max_size=3),
    st.none() | weird_text,
    some_texts,
)
ids = st.uuids().map(str)
any_time = st.datetimes(datetime(1000, 1, 1), datetime(9998, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
stamps = st.builds(Stamp, any_time, st.floats(0, 1e10), weird_text)
spans = st.timedeltas(timedelta(0), timedelta(days=20_000))
pains = st.none() | st.integers(0, 10)
packs = st.builds(
    PackOn, st.sampled_from(PackKind), st.integers(1, 20), stamps, spans, st.booleans(), pains
)
packs_off = st.builds(
    PackOff,
    ids,
    st.sampled_from(PackKind),
    st.sampled_from(Ended),
    stamps,
    st.none() | spans,
    st.none() | spans,
)
seconds = st.floats(0, 1e10)
sessions = st.builds(
    SessionDone,
    ids,
    seconds,
    st.dictionaries(ids, seconds, max_size=3),
    st.sampled_from(End),
    st.none() | ids,
    pains,
)
some_helped = st.frozensets(st.sampled_from(Helped), max_size=3)
logs = st.builds(
    PainLog,
    pain=st.integers(0, 10),
    feel=st.none() | st.sampled_from(Feel),
    felt_at=st.none() | any_time,
    spots=st.frozensets(
        st.builds(Spot, st.sampled_from(Area), st.none() | st.sampled_from(Side)), max_size=3
    ),
    set_off=st.frozensets(st.sampled_from(SetOff), max_size=3),
    helped=some_helped,
    not_helped=some_helped,
    activities=st.dictionaries(weird_text, st.integers(0, 10), max_size=3),
    note=weird_text,
)
reached = st.builds(
    CourseReached,
    any_reasons,
    weird_text,
    st.integers(0, 4000),
    st.integers(0, 50),
    st.booleans(),
    some_helped,
)
bodies_by_type: dict[type, st.SearchStrategy[Body]] = {
    About: abouts,
    Check: checks,
    Called: st.builds(Called, ids),
    Seen: st.builds(Seen, ids, some_texts, st.dates(), st.sampled_from(Said)),
    TakenBack: st.builds(TakenBack, ids, some_texts),
    EpisodeOver: st.builds(EpisodeOver, some_texts),
    Lapsed: st.builds(Lapsed, ids, some_texts),
    NothingNew: st.builds(NothingNew),
    PackOn: packs,
    SkinCheck: st.builds(SkinCheck, ids, spans, st.booleans()),
    PackOff: packs_off,
    PackAfter: st.builds(PackAfter, ids, st.none() | st.sampled_from(SkinLook), pains),
    Arrived: st.builds(Arrived, st.frozensets(ids, max_size=3), stamps),
    SessionDone: sessions,
    SessionAfter: st.builds(SessionAfter, ids, pains, st.none() | st.sampled_from(Feel)),
    LeftOut: st.builds(LeftOut, st.frozensets(ids, max_size=3)),
    PainLog: logs,
    Background: st.builds(
        Background, weird_text, st.none() | st.sampled_from(HowOften), st.none() | st.booleans()
    ),
    MyActivities: st.builds(MyActivities, st.lists(weird_text, max_size=3).map(tuple)),
    Retracted: st.builds(Retracted, ids),
    CourseReached: reached,
    CourseShown: st.builds(CourseShown, ids),
    CourseSeen: st.builds(CourseSeen, ids, ids, st.dates(), st.booleans()),
    SmallDone: st.builds(SmallDone, ids),
}
offsets = st.timedeltas(timedelta(hours=-23), timedelta(hours=23))
entries = st.builds(
    Entry,
    ids,
    any_time,
    offsets,
    st.one_of(list(bodies_by_type.values())),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Anything that can happen around a few checks within a few hours, in any order."""
    names = ["check-0", "check-1", "check-2", "check-3"]
    hours = st.integers(0, 6)
    reason_names = st.sampled_from(["numb", "fever", "toilet"])
    named = st.frozensets(reason_names, min_size=1)
    happened: list[Entry] = []
    for name in names[: draw(st.integers(0, len(names)))]:
        worth = draw(st.dictionaries(reason_names, worths))
        reasons = [reason(key, *value) for key, value in worth.items()]
        found = check(name, *reasons, hours=draw(hours), complete=draw(st.booleans()))
        happened.append(found)
    some_later = st.sampled_from([*(f"later-{number}" for number in range(8)), *names])
    later = st.one_of(
        st.builds(
            Seen, st.sampled_from(names), named, st.just(date(2026, 5, 4)), st.sampled_from(Said)
        ),
        st.builds(TakenBack, st.sampled_from(names), named),
        st.builds(Called, st.sampled_from(names)),
        st.builds(Lapsed, st.sampled_from(names), named),
        st.builds(EpisodeOver, st.frozensets(st.sampled_from(names))),
        st.builds(NothingNew),
        abouts,
        packs,
        packs_off,
        sessions,
        st.builds(LeftOut, st.frozensets(ids, max_size=3)),
        logs,
        reached,
        st.builds(SmallDone, ids),
        st.builds(CourseShown, some_later),
        st.builds(CourseSeen, some_later, ids, st.dates(), st.booleans()),
        st.builds(EpisodeOver, st.frozensets(some_later, max_size=3)),
        st.builds(Retracted, some_later),
    )
    for number, body in enumerate(draw(st.lists(later, max_size=8))):
        happened.append(entry(f"later-{number}", body, hours=draw(hours)))
    known = {one.id: one.body for one in happened}
    kept = [one for one in happened if not _hides_what_may_not_be(one, known)]
    return list(draw(st.permutations(kept)))


def _hides_what_may_not_be(one: Entry, known: dict[str, Body]) -> bool:
    target = known.get(one.body.target) if isinstance(one.body, Retracted) else None
    return target is not None and not may_be_hidden(target)
