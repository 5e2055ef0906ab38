"""What the settings say about whom to call, in front of what the record says.

A line in the settings goes first. Where there is none, or one that means nothing, what was said
in the app counts, as it stands in the record.
"""

from collections.abc import Container, Mapping
from dataclasses import replace
from types import MappingProxyType

from unspasm.domain.entries import About
from unspasm.domain.rules import Call
from unspasm.settings import Settings

SETTING_OF: Mapping[Call | None, str] = MappingProxyType(
    {
        None: "emergency_number",
        Call.MATERNITY: "maternity_number",
        Call.POISONS: "poisons_number",
        Call.CRISIS: "crisis_number",
    }
)
"""The setting of each number; without a name it is the one for emergencies."""


def preferred(about: About, settings: Settings, countries: Container[str]) -> About:
    """Return what is known of a person, with country and numbers as they prefer them.

    Args:
        about: what the record says.
        settings: what they prefer.
        countries: the codes of all countries whose numbers are known. Another one is passed over:
            it would leave the person without a number.
    """
    numbers = {call: str(getattr(settings, name)) for call, name in SETTING_OF.items()}
    own = {call: number for call, number in numbers.items() if call and number}
    country = settings.country if settings.country in countries else about.country
    return replace(
        about,
        country=country,
        emergency_number=numbers[None] or about.emergency_number,
        numbers={**about.numbers, **own},
    )
