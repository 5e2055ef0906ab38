"""Setting up at the first start: a few questions, each of which may wait."""

from dataclasses import dataclass
from typing import Protocol

from unspasm.domain.person import MAYBE_PREGNANT, NOT_PREGNANT, PREGNANT
from unspasm.domain.rules import COACHED_FROM_AGE
from unspasm.domain.whom_to_call import number_to_call
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.house import House
from unspasm.journeys.settings import SettingsJourney
from unspasm.words import Words
from unspasm.words.phrases import parted

_PREGNANCY = (NOT_PREGNANT, MAYBE_PREGNANT, PREGNANT)


class SetUpFace(Protocol):
    """Either face, as far as setting up needs it."""

    async def text(self, question: str, typed: str) -> str | None:
        """Ask for a line of text; nothing means later."""

    async def choice(self, question: str, options: tuple[str, ...]) -> int | None:
        """Ask for one of a few, by its place from 0; nothing means later."""

    async def say(self, words: str) -> None:
        """Say something."""


@dataclass(frozen=True)
class SetUp:
    """The questions, one after the other.

    Args:
        house: the house.
        words: all words.
        about: the person's own page.
        settings: the settings.
    """

    house: House
    words: Words
    about: AboutJourney
    settings: SettingsJourney

    async def lead(self, face: SetUpFace) -> None:
        """Ask whom to call, how old, whether pregnant, and what may be heard."""
        await self._country(face)
        await self._number(face)
        await self._age(face)
        if self.about.age is None or self.about.age >= COACHED_FROM_AGE:
            await self._pregnancy(face)
        await self._sound(face)
        kept = self.about.kept
        await face.say(self.words.welcome.done if kept else self.words.about.not_kept)

    async def _country(self, face: SetUpFace) -> None:
        words, suggested = self.words.about, self.about.suggested
        typed, ask = suggested.name if suggested else "", self.words.welcome.country
        while text := await face.text(ask, typed):
            found = self.about.find_countries(text)
            if len(found) == 1:
                self.about.set_country(found[0].code)
                return
            names = parted(words.also, (one.name for one in found))
            ask = words.country_many.format(names=names) if found else words.country_bad
            typed = text

    async def _number(self, face: SetUpFace) -> None:
        words = self.words
        call = number_to_call(self.house.catalogue.care, self.house.about())
        ask = f"{words.welcome.number_is.format(call=call)} {words.welcome.number_ask}"
        while text := await face.text(ask, ""):
            if self.about.set_number(None, text):
                return
            ask = words.about.number_bad

    async def _age(self, face: SetUpFace) -> None:
        words = self.words.about
        ask = words.age_ask
        while text := await face.text(ask, ""):
            if self.about.set_age(text):
                return
            ask = words.age_bad

    async def _pregnancy(self, face: SetUpFace) -> None:
        words = self.words.about
        options = tuple(str(getattr(words, f"pregnancy_{one}")) for one in _PREGNANCY)
        place = await face.choice(words.pregnancy_ask, options)
        if place is not None:
            self.about.set_pregnancy(_PREGNANCY[place])

    async def _sound(self, face: SetUpFace) -> None:
        question = self.settings.ask("sound")
        if question is None:
            return
        place = await face.choice(self.words.welcome.sound_ask, question.options)
        if place is not None:
            self.settings.choose("sound", place)
