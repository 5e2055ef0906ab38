"""The words that content gives for the care cards, and whom to phone in each country."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from unspasm.domain.rules import Call
from unspasm.domain.values import value


class Agreement(Enum):
    """How well public lists agree about a country's ambulance number."""

    AGREE = "agree"
    PARTLY = "partly"
    DIFFER = "differ"


@value
class Country:
    """Whom to phone in one country. Every number is text: 000 is not 0."""

    code: str
    """ISO 3166 alpha-2."""
    name: str
    ambulance: tuple[str, ...]
    agreement: Agreement
    note: str = ""
    by_text: str = ""
    advice: str = ""
    advice_number: str = ""
    advice_checked: bool = False
    advice_note: str = ""


@value
class Card:
    """The fixed words of one card. `{call}` in them stands for the number to ring."""

    id: str
    level: str
    heading: str
    act: tuple[str, ...]
    meanwhile: tuple[str, ...]
    seen_anyway: str
    check_again: str
    sources: tuple[str, ...]
    tonight: tuple[str, ...] = ()
    call_now_if: tuple[str, ...] = ()


@value
class CallWords:
    """The words for one kind of help besides the general number."""

    act: str
    own: str


@dataclass(frozen=True)
class SharedWords:
    """Sentences that every card may need. See `care.toml`."""

    call_now_if_heading: str
    cannot_phone: str
    by_text: str
    unsure: str
    stale: str
    reviewed: str
    examine: str
    not_sure_mark: str
    say_today: str
    say_yesterday: str
    say_days: str
    say_plain: str
    number_generic: str
    number_or: str
    number_known: str
    number_own: str
    number_unsure: str
    advice_line: str
    advice_line_number: str
    advice_unchecked: str
    pack_first: str


@value
class CareWords:
    """All words of the cards, and the numbers of all countries."""

    cards: Mapping[str, Card]
    """By urgency, and `under_16`."""
    calls: Mapping[Call, CallWords]
    shared: SharedWords
    countries: Mapping[str, Country]
    reviewed: date
    """The oldest review of all that the card rests on."""
