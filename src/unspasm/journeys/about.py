"""What the person says about themselves, corrected at any time."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from unspasm.domain.about import with_age
from unspasm.domain.card_words import Country
from unspasm.domain.entries import About
from unspasm.domain.rules import Call
from unspasm.journeys.house import House
from unspasm.journeys.preferences import SETTING_OF
from unspasm.settings import is_phone_number


class AboutJourney:
    """The person's own page."""

    def __init__(self, house: House, suggested_country: str | None) -> None:
        self._house = house
        self._suggested = suggested_country
        self.kept = True
        """Whether everything said here was written."""

    @property
    def about(self) -> About:
        """What is known, with what the settings say in front."""
        return self._house.about()

    @property
    def age(self) -> int | None:
        """The age this year, if it was said."""
        return self.about.age_in(self._house.clock().lived.year)

    @cached_property
    def countries(self) -> Mapping[str, Country]:
        """Every country in the list, by code."""
        return self._house.catalogue.care.countries

    @property
    def reviewed(self) -> str:
        """When the numbers were reviewed, ISO 8601."""
        return self._house.catalogue.care.reviewed.isoformat()

    @property
    def suggested(self) -> Country | None:
        """The country that this computer's settings name, while none is chosen."""
        return None if self.about.country else self.countries.get(self._suggested or "")

    def set_age(self, text: str) -> bool:
        """Correct the age; return whether the text is one."""
        if not text.isdecimal() or len(text) > 3 or int(text) > 120:
            return False
        self._keep(with_age(self._recorded, int(text), self._house.clock().lived.year))
        return True

    def set_pregnancy(self, pregnancy: str) -> None:
        """Correct whether the person is, or could be, pregnant."""
        self._keep(replace(self._recorded, pregnancy=pregnancy))

    def find_countries(self, text: str) -> tuple[Country, ...]:
        """The countries that a code or part of a name may mean."""
        wanted = text.strip().casefold()
        exact = [
            c for c in self.countries.values() if wanted in {c.code.casefold(), c.name.casefold()}
        ]
        near = [c for c in self.countries.values() if wanted and wanted in c.name.casefold()]
        return tuple(exact or near)

    def set_country(self, code: str | None) -> None:
        """Choose the country, or none."""
        self._keep(replace(self._recorded, country=code))
        self._keep_setting("country", code or "")

    def set_number(self, call: Call | None, text: str) -> bool:
        """Keep the person's own number, or forget it if empty; return whether the text is one.

        Args:
            call: whose number; `None` for emergencies.
            text: digits, spaces and the signs that numbers have.
        """
        number = " ".join(text.split())
        if number and not is_phone_number(number):
            return False
        about = self._recorded
        if call is None:
            self._keep(replace(about, emergency_number=number or None))
        else:
            others = {one: value for one, value in about.numbers.items() if one is not call}
            self._keep(replace(about, numbers={**others, call: number} if number else others))
        self._keep_setting(SETTING_OF[call], number)
        return True

    @property
    def _recorded(self) -> About:
        """What the record says, which alone is written to the record."""
        return self._house.status().about

    def _keep_setting(self, name: str, value: str) -> None:
        """Change a line of the settings as well, if there is one: it would go first."""
        settings = self._house.settings
        if getattr(settings.now, name):
            self.kept &= settings.change(**{name: value})

    def _keep(self, about: About) -> None:
        self.kept &= self._house.append([self._house.entry(about)])
