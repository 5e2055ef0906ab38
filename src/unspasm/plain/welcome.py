"""The first page and what is set from there: settings, and the person's own page, line by line."""

from unspasm.cues import Cues
from unspasm.journeys.about import AboutJourney
from unspasm.journeys.house import House
from unspasm.journeys.settings import SettingsJourney
from unspasm.plain.about import PlainAbout
from unspasm.plain.checks import PlainChecks
from unspasm.plain.leads import PlainLeads
from unspasm.plain.lines import Lines, whole_number
from unspasm.plain.settings import PlainSettings, set_up
from unspasm.plain.telling import numbered
from unspasm.words import Words


class PlainWelcome:
    """What a newcomer is told and asked, and where it is changed later."""

    def __init__(
        self,
        house: House,
        words: Words,
        lines: Lines,
        cues: Cues,
        suggested_country: str | None,
        checks: PlainChecks,
        leads: PlainLeads,
    ) -> None:
        self._house = house
        self._words = words
        self._lines = lines
        self._cues = cues
        self._suggested = suggested_country
        self._checks = checks
        self._leads = leads

    def show(self) -> None:
        """Say what this is and is not, and lead where the person wants to go first.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        words, app, plain = self._words.welcome, self._words.app, self._words.plain
        self._lines.say(
            "", plain.heading.format(words=words.title), f"{app.purpose} {app.limits}", words.is_not
        )
        ways = ((words.check, self._checks.check), (words.ease, self._leads.stretches().ease_now),
                (words.set_up, self._set_up), (words.home, lambda: None))  # fmt: skip
        self._lines.say_all(numbered(plain, (way for way, _ in ways)))
        self._lines.say(words.plain_ask)
        text = self._lines.ask(plain.prompt).casefold()
        self._house.settings.change(welcome=False)
        place = whole_number(text or "3")
        if place is not None and 1 <= place <= len(ways):
            ways[place - 1][1]()

    def settings(self) -> None:
        """Show the settings, and change what the person wants.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        doings = {"country": self.about, "welcome": self.show}
        PlainSettings(self._run_of_settings(), self._words, self._lines, doings).ask()

    def about(self) -> None:
        """Show what is known of the person, and correct it.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        run = AboutJourney(self._house, self._suggested)
        PlainAbout(run, self._lines, self._words.about, self._words.plain).ask()

    def _set_up(self) -> None:
        run = self._run_of_settings()
        set_up(self._house, self._words, self._lines, run, self._suggested)

    def _run_of_settings(self) -> SettingsJourney:
        return SettingsJourney(self._house, self._words, self._cues, plain=True)
