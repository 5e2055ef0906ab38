"""What a face needs of a journey.

Both faces get these in their constructor and only draw them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from unspasm.domain.pack_entries import Ended

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from typing import Any

    from unspasm.domain.card_words import Country
    from unspasm.domain.care import CareCard
    from unspasm.domain.check_events import Event
    from unspasm.domain.check_state import CheckState
    from unspasm.domain.entries import About, Said
    from unspasm.domain.log_entries import Background, Helped, PainLog
    from unspasm.domain.own_as_routine import Problem
    from unspasm.domain.own_routines import OwnRoutine, OwnStep
    from unspasm.domain.pack_entries import PackKind, SkinLook
    from unspasm.domain.pack_record import OnSkin, Rest
    from unspasm.domain.rules import Call
    from unspasm.domain.session import Do, Session
    from unspasm.domain.stretches import Library
    from unspasm.domain.typed_lines import Typed


class CheckRun(Protocol):
    """A check under way."""

    @property
    def state(self) -> CheckState:
        """Where it stands."""

    @property
    def guest(self) -> bool:
        """Whether it is for somebody else, and nothing is kept."""

    @property
    def resumed(self) -> bool:
        """Whether ticks of an unfinished check were taken over."""

    @property
    def kept(self) -> bool:
        """Whether everything so far was written."""

    @property
    def goes_on(self) -> bool:
        """Whether it goes on where an emergency sign had ended it."""

    def tell(self, event: Event) -> CheckState:
        """Tell what the person did."""


class PackRun(Protocol):
    """What is on the skin, and what the person says of it."""

    @property
    def pack(self) -> OnSkin | None:
        """What was on the skin at the last look."""

    @property
    def kept(self) -> bool:
        """Whether everything said of packs was written."""

    def checked(self, *, fine: bool) -> None:
        """Note that the person looked at the skin."""

    def off(self, ended: Ended = Ended.OFF) -> OnSkin | None:
        """Note that the pack is off; return what was on."""

    def after(self, pack: str, skin: SkinLook | None = None, pain: int | None = None) -> None:
        """Note how it is after a pack."""

    def rest(self, kind: PackKind) -> Rest | None:
        """How long the skin rests before such a pack."""


class SessionRun(Protocol):
    """A session under way."""

    @property
    def state(self) -> Session:
        """Where it stood at the last look."""

    def look(self) -> Session:
        """Look at the clock."""

    def do(self, what: Do) -> Session:
        """Do something."""


class LogRun(Protocol):
    """A log under way."""

    @property
    def draft(self) -> PainLog:
        """What was said so far."""

    @property
    def told(self) -> bool:
        """Whether the pain was said."""

    @property
    def kept(self) -> bool:
        """Whether everything said here was written."""

    @property
    def felt(self) -> datetime | None:
        """When it was felt, as lived, if that was not now."""

    @property
    def background(self) -> Background:
        """What was said about the person's back in general."""

    @property
    def activities(self) -> tuple[str, ...]:
        """What the person wants to be able to do again."""

    def say_pain(self, pain: int) -> None:
        """Say how bad it is, 0 to 10."""

    def say(self, **said: Any) -> None:  # noqa: ANN401 - any field of PainLog
        """Say something that goes with it."""

    def say_when(self, text: str) -> bool:
        """Say when it was felt; return whether that was understood."""

    def say_background(self, background: Background) -> None:
        """Keep what the person says about their back in general."""

    def say_helped(self, helped: frozenset[Helped]) -> None:
        """Say what helped."""

    def say_not_helped(self, in_vain: frozenset[Helped]) -> None:
        """Say what was tried and did not help."""

    def name_activities(self, text: str) -> tuple[str, ...]:
        """Keep what the person wants to be able to do again, typed with commas between them."""

    def keep(self) -> bool:
        """Keep it; return whether it was written."""


class PageRun(Protocol):
    """The page for a clinician."""

    notes: bool
    """Whether the person's own notes are on it."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""

    @property
    def name(self) -> str:
        """The file that it is saved as unless another one is named."""

    def parts(self) -> Iterable[tuple[str, str]]:
        """Return the page from top to bottom: what kind a part is, and its words."""

    def save(self, name: str) -> str:
        """Save it; return what came of it, in words."""


class RoutineRun(Protocol):
    """A routine of one's own on its way."""

    @property
    def draft(self) -> OwnRoutine:
        """As it is now."""

    @property
    def library(self) -> Library:
        """The stretches that it can be made of."""

    @property
    def is_new(self) -> bool:
        """Whether it has never been kept."""

    @property
    def changed(self) -> bool:
        """Whether something of it is not kept."""

    @property
    def total(self) -> int:
        """Seconds that it takes at most."""

    @property
    def problem(self) -> Problem | None:
        """What keeps it from being kept."""

    def rename(self, text: str) -> None:
        """Give it a name."""

    def say_from(self, text: str) -> None:
        """Say who gave it to the person."""

    def say_note(self, text: str) -> None:
        """Note something on it."""

    def put(self, typed: Typed, stretch: str | None) -> str:
        """Put in what was typed; return what came of it, in words."""

    def put_all(self, stretches: tuple[str, ...]) -> str:
        """Put in stretches of the library; return what came of it, in words."""

    def dose(self, place: int, typed: Typed) -> str:
        """Change how much of a step is done; return what came of it, in words."""

    def more(self, place: int, key: str, ways: int) -> bool:
        """Change one number of a dose by one key; return whether it may be so."""

    def change(self, place: int, step: OwnStep) -> bool:
        """Put another step in the place of one; return whether no other is the same exercise."""

    def take_out(self, place: int) -> str:
        """Take a step out; return what came of it, in words."""

    def move(self, place: int, ways: int) -> int:
        """Move a step up or down; return where it is then."""

    def keep(self) -> tuple[bool, str]:
        """Keep it; return whether that was done, and what came of it, in words."""


class CardRun(Protocol):
    """A care card and what the person says about it."""

    @property
    def card(self) -> CareCard:
        """The card."""

    @property
    def guest(self) -> bool:
        """Whether it is for somebody else, and nothing is kept."""

    @property
    def kept(self) -> bool:
        """Whether everything said here was written."""

    @property
    def from_record(self) -> bool:
        """Whether its reason is what the record has noticed, and not a tick."""

    @property
    def deaf(self) -> bool:
        """Whether the card has just come up and takes no key yet."""

    @property
    def answerable(self) -> bool:
        """Whether there is something to be seen for, called about or taken back."""

    @property
    def open(self) -> bool:
        """Whether nobody has said yet what became of it."""

    @property
    def stays(self) -> bool:
        """Whether it is an emergency of which nothing was said yet, so that nothing leads on."""

    @property
    def can_go_on(self) -> bool:
        """Whether the check can go on where it stopped."""

    @property
    def ticks(self) -> tuple[tuple[str, str], ...]:
        """What can have been ticked by mistake: sign and words."""

    def called(self) -> bool:
        """Note that the person has called."""

    def seen(self, days_ago: int, said: Said) -> bool:
        """Note that a clinician has seen the person."""

    def take_back(self, signs: frozenset[str]) -> bool:
        """Note that these were ticked by mistake."""


class AboutRun(Protocol):
    """What is known of the person, and how it is corrected."""

    @property
    def kept(self) -> bool:
        """Whether everything said here was written."""

    @property
    def about(self) -> About:
        """What is known."""

    @property
    def age(self) -> int | None:
        """The age this year."""

    @property
    def countries(self) -> Mapping[str, Country]:
        """Every country in the list, by code."""

    @property
    def reviewed(self) -> str:
        """When the numbers were reviewed."""

    @property
    def suggested(self) -> Country | None:
        """The country that this computer's settings name."""

    def set_age(self, text: str) -> bool:
        """Correct the age."""

    def set_pregnancy(self, pregnancy: str) -> None:
        """Correct whether the person is, or could be, pregnant."""

    def find_countries(self, text: str) -> tuple[Country, ...]:
        """The countries that a text may mean."""

    def set_country(self, code: str | None) -> None:
        """Choose the country, or none."""

    def set_number(self, call: Call | None, text: str) -> bool:
        """Keep or forget one of the person's own numbers."""
