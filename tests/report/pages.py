"""Records of somebody's life for the page for a clinician, and the page in words."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from unspasm.catalogue import Catalogue
from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import assess
from unspasm.domain.clinician_page import clinician_page
from unspasm.domain.clinician_values import ClinicianPage, Wanted
from unspasm.domain.course import newly_reached
from unspasm.domain.entries import (
    About,
    Body,
    Check,
    Entry,
    EpisodeOver,
    Said,
    Seen,
    TakenBack,
)
from unspasm.domain.log_entries import (
    Area,
    Background,
    Helped,
    HowOften,
    MyActivities,
    PainLog,
    SetOff,
    Side,
    Spot,
)
from unspasm.domain.moment import Moment, Stamp
from unspasm.domain.pack_entries import Ended, PackAfter, PackKind, PackOff, PackOn
from unspasm.domain.session_entries import End, Feel, SessionAfter, SessionDone
from unspasm.report import Format, write_page
from unspasm.words import Words, read_words

CONTENT = Path(__file__).parents[2] / "content" / "en"
WORDS: Words = read_words(CONTENT)
START = datetime(2026, 5, 1, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
VERSION = "9.8.7"
MARKUP = "<script>alert(1)</script> [link](http://x) **bold** | `code` [/] {braces} & \\ #"
RIGHT_TO_LEFT = "כאב גב חזק \u202ereversed\u202c ألم"
EMOJI = "👩\u200d🦽 ouch 🤕"
CONTROL = "bell\x07 escape\x1b[31m\x1b]0;title\x07 null\x00 lone\udc80"


def moment(days: float) -> Moment:
    """Return the moment so many days after the start."""
    return Moment(START + timedelta(days=days), HOUR, 0.0, 0.0, "here")


class Life:
    """What somebody keeps, entry by entry."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.entries: list[Entry] = []

    def add(self, days: float, body: Body) -> Entry:
        """Add an entry, so many days after the start."""
        name = f"entry-{len(self.entries):05}"
        entry = Entry(name, START + timedelta(days=days), HOUR, body)
        self.entries.append(entry)
        return entry

    def check(self, days: float, *signs: str, unsure: tuple[str, ...] = (), pain: int = 5) -> Entry:
        """Add a full check with these signs."""
        rules = self.catalogue.rules
        yes = frozenset(fact for sign in signs for fact in rules.signs[sign].covers)
        maybe = frozenset(fact for sign in unsure for fact in rules.signs[sign].covers)
        answers = Answers(age=40, days=0.1, pain=pain, yes=yes, unsure=maybe, trend=Trend.IMPROVING)
        found = assess(rules, answers)
        return self.add(days, Check(answers, found.urgency, found.reasons, complete=True))

    def seen(self, days: float, check: Entry, said: Said = Said.GO_ON) -> Entry:
        """A clinician has seen the person for all reasons of a check."""
        assert isinstance(check.body, Check)
        named = frozenset(reason.id for reason in check.body.reasons)
        on = (check.at + timedelta(days=1)).date()
        return self.add(days, Seen(check.id, named, on, said))

    def taken_back(self, days: float, check: Entry, *reasons: str) -> Entry:
        """These reasons were ticked by mistake."""
        return self.add(days, TakenBack(check.id, frozenset(reasons)))

    def pack(self, days: float, kind: PackKind, before: int, after: int) -> None:
        """A pack with pain before and after."""
        stamp = Stamp(START + timedelta(days=days), 0.0, "here")
        on = self.add(days, PackOn(kind, 12, stamp, before=before))
        minutes = timedelta(minutes=12)
        self.add(days + 0.01, PackOff(on.id, kind, Ended.OFF, stamp, minutes, timedelta(0)))
        self.add(days + 0.011, PackAfter(on.id, pain=after))

    def session(self, days: float, before: int, after: int, feel: Feel | None = None) -> None:
        """A session with pain before and after."""
        done = self.add(days, SessionDone("ease", 540.0, {"a": 540.0}, End.DONE, before=before))
        self.add(days + 0.01, SessionAfter(done.id, after, feel))

    def notice(self, days: float) -> None:
        """Keep what the record has come to by then."""
        steps = self.catalogue.rules.course_steps
        for reached in newly_reached(steps, self.entries, moment(days)):
            self.add(days, reached)

    def page(self, days: float, wanted: Wanted | None = None) -> ClinicianPage:
        """The page that is made so many days after the start."""
        signs = {sign.id: sign.ask for sign in self.catalogue.rules.signs.values()}
        return clinician_page(self.entries, signs, moment(days), wanted or Wanted())


def year_of(catalogue: Catalogue) -> Life:
    """Three spasms within a year, the last one going wrong."""
    life = Life(catalogue)
    life.add(
        0,
        About(
            year_of_birth=1986,
            said_in=2026,
            lasting_yes=frozenset({"diabetes"}),
            lasting_unsure=frozenset({"bones"}),
            lasting_known=True,
            pregnancy="no",
        ),
    )
    life.add(
        0,
        Background(
            "slipped disc in 2019, seen by a physiotherapist", HowOften.SOME_A_YEAR, heavy_week=True
        ),
    )
    life.add(0, MyActivities(("carry my daughter", "sit through a film", "run 5 km")))
    lower = frozenset({Spot(Area.LOWER), Spot(Area.BUTTOCK, Side.LEFT)})
    life.check(0.01)
    for day in range(6):
        life.add(
            day + 0.1,
            PainLog(
                6 - day,
                spots=lower,
                set_off=frozenset({SetOff.LIFTING}),
                helped=frozenset({Helped.HEAT, Helped.WALK}),
            ),
        )
    life.add(9, EpisodeOver())
    slip = life.check(80, "saddle")
    life.taken_back(80.01, slip, "saddle")
    fever = life.check(80.1, "fever")
    life.seen(81, fever)
    for day in range(9):
        life.add(80.2 + day, PainLog(max(0, 7 - day), spots=lower))
    life.add(91, EpisodeOver())
    life.check(160, "everyday")
    for day in range(16):
        life.add(
            160.2 + day,
            PainLog(
                min(9, 4 + day // 3),
                spots=lower,
                set_off=frozenset({SetOff.BENDING}),
                not_helped=frozenset({Helped.COLD, Helped.MEDICINE}),
                helped=frozenset({Helped.POSITION}) if day % 2 else frozenset(),
                activities={"carry my daughter": max(0, 6 - day // 2), "run 5 km": 0},
                note=f"day {day}: worse in the morning" if day % 4 == 0 else "",
            ),
        )
        life.pack(160.3 + day, PackKind.COLD, 5, 5)
        life.notice(160.5 + day)
    life.session(170, 5, 8, Feel.WORSE)
    life.session(171, 6, 8, Feel.WORSE)
    life.check(174, "limb_mild", "leg_one", unsure=("night",))
    life.check(175, "limb_mild", "leg_one")
    life.notice(176)
    return life


def everything_ticked(catalogue: Catalogue) -> Life:
    """A life in which every list is as long as it gets."""
    life = year_of(catalogue)
    long_words = "because it hurts " * 7000
    life.add(170, Background(long_words, HowOften.WEEKLY, heavy_week=False))
    life.add(170, MyActivities(tuple(f"{name} {long_words}" for name in "abc")))
    signs = tuple(catalogue.rules.signs)
    life.check(171.2, *signs)
    for day in range(12):
        life.add(
            164.5 + day,
            PainLog(
                9,
                spots=frozenset(Spot(area, side) for area in Area for side in (None, *Side)),
                set_off=frozenset(SetOff),
                helped=frozenset(Helped),
                activities={f"{name} {long_words}": day % 10 for name in "abc"},
                note=f"{day} {long_words}",
            ),
        )
        life.pack(164.6 + day, PackKind.HEAT, 3, 9)
    life.notice(177)
    return life


def written(page: ClinicianPage, wanted: Format) -> str:
    """The page in a format."""
    return write_page(page, wanted, WORDS, VERSION)


def noted(catalogue: Catalogue, *notes: str) -> ClinicianPage:
    """The page of somebody who wrote these notes, one a day."""
    life = Life(catalogue)
    for day, note in enumerate(notes):
        life.add(day, PainLog(4, note=note))
    return life.page(len(notes))


FIRST = date(2026, 5, 1)
