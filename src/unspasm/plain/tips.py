"""Tips and the plan of a day, line by line."""

from collections.abc import Callable, Iterable, Iterator

from unspasm.domain.tips import Small, Tip, Topic
from unspasm.journeys.house import House
from unspasm.journeys.tips import TipsJourney
from unspasm.plain.lines import LEAVES, Lines, whole_number
from unspasm.plain.telling import named_rows, numbered, source_points
from unspasm.words import Words
from unspasm.words.tips_phrases import ended, how_many, plan_days, tip_lines


class PlainTips:
    """Topics by number, tips by number or by words. `!` leaves it for the warning signs."""

    def __init__(
        self,
        house: House,
        words: Words,
        lines: Lines,
        card: Callable[[], object],
    ) -> None:
        """Take what it needs.

        Args:
            house: the house.
            words: all words.
            lines: the conversation.
            card: shows the card that stands.
        """
        self._run = TipsJourney(house, words.tips)
        self._house = house
        self._all_words = words
        self._words = words.tips
        self._lines = lines
        self._card = card

    def ask(self) -> None:
        """Lead through topics until the person has read enough.

        Raises:
            EndOfInputError: if there is no more to read.
            WorseError: if the person says that something is worse.
        """
        self._topics()

    # --- lists --------------------------------------------------------------------------------

    def _topics(self) -> None:
        words, plain = self._words, self._all_words.plain
        while self._may_read():
            topics, today = self._run.library.topics, self._run.today
            self._lines.say("", plain.heading.format(words=words.title))
            if today:
                self._lines.say(words.today.format(title=today.title))
            self._number(named_rows(plain, ((topic.title, topic.about) for topic in topics)))
            self._lines.say(words.plain_topics)
            text = self._heard()
            number = whole_number(text)
            if text in {"", *LEAVES}:
                return
            if text == "p":
                self._plan()
            elif text == "t" and today:
                self._tip(today)
            elif number and number <= len(topics):
                self._topic(topics[number - 1])
            elif number is not None:
                self._lines.say(plain.not_understood.format(text=text))
            else:
                self._search(text)

    def _topic(self, topic: Topic) -> None:
        self._choose(topic.tips, lambda: (ended(self._words, topic.title), topic.about))

    def _search(self, text: str) -> None:
        found = self._run.find(text)
        self._choose(found, lambda: (how_many(self._words, len(found)),))

    def _choose(self, tips: tuple[Tip, ...], heading: Callable[[], Iterable[str]]) -> None:
        """Show tips until one is chosen, other words are typed, or the person goes back."""
        plain = self._all_words.plain
        while self._may_read():
            self._lines.say("", *heading())
            if not tips:
                return
            self._number(map(self._title, tips))
            self._lines.say(self._words.plain_list)
            text = self._heard()
            number = whole_number(text)
            if text in {"", *LEAVES}:
                return
            if number and number <= len(tips):
                self._tip(tips[number - 1])
            elif number is not None:
                self._lines.say(plain.not_understood.format(text=text))
            else:
                self._search(text)
                return

    def _title(self, tip: Tip) -> str:
        noted, note = self._all_words.plain.noted, self._words.check_now_plain
        return noted.format(words=tip.title, note=note) if tip.check else tip.title

    # --- one tip ------------------------------------------------------------------------------

    def _tip(self, tip: Tip) -> None:
        """Tell a tip, and those that are read on from it; the way back is the same."""
        trail = [tip]
        plain = self._all_words.plain
        tell = True
        while trail and self._may_read():
            related = self._run.related(trail[-1])
            if tell:
                self._lines.say("")
                first = self._words.check_first_plain
                self._lines.say_all(tip_lines(self._words, trail[-1], first))
                self._offer(related)
            self._lines.say(self._words.plain_tip)
            text = self._heard()
            number = whole_number(text)
            tell = True
            if text in {"", *LEAVES}:
                trail.pop()
            elif text == "i":
                self._lines.say_all(self._sources(trail[-1]))
                tell = False
            elif number and number <= len(related):
                trail.append(related[number - 1])
            else:
                self._lines.say(plain.not_understood.format(text=text))
                tell = False

    def _offer(self, related: tuple[Tip, ...]) -> None:
        """Name what else there is, by number."""
        if related:
            plain = self._all_words.plain
            self._lines.say(plain.list_heading.format(words=self._words.related))
        self._number(map(self._title, related))

    def _sources(self, of: Tip | Small) -> Iterator[str]:
        return source_points(self._all_words, self._house.catalogue.sources, of.sources)

    # --- the plan -----------------------------------------------------------------------------

    def _plan(self) -> None:
        words, plain = self._words, self._all_words.plain
        while self._may_read():
            plan = self._run.plan
            self._lines.say("", plain.heading.format(words=words.plan_title), words.plan_intro)
            self._number(self._small(one, done=one.id in plan.done) for one in plan.smalls)
            self._lines.say_all(filter(None, [plan_days(words, plan)]))
            self._lines.say(words.plain_plan)
            text = self._heard()
            if text in {"", *LEAVES}:
                return
            more = whole_number(text.removeprefix("t").strip()) if text.startswith("t") else None
            numbers = [whole_number(one) for one in text.replace(",", " ").split()]
            if more and more <= len(plan.smalls):
                self._tip(self._run.library.tips[plan.smalls[more - 1].tip])
            elif all(number and number <= len(plan.smalls) for number in numbers):
                for number in dict.fromkeys(filter(None, numbers)):
                    self._tick(plan.smalls[number - 1])
            else:
                self._lines.say(plain.not_understood.format(text=text))

    def _small(self, small: Small, *, done: bool) -> str:
        do = self._words.plan_done_plain.format(words=small.do) if done else small.do
        return self._words.small.format(do=do, why=small.why)

    def _tick(self, small: Small) -> None:
        if not self._run.tick(small.id):
            self._lines.say(self._all_words.card.nothing_kept)

    # --- pieces -------------------------------------------------------------------------------

    def _may_read(self) -> bool:
        """Return whether there may be reading; otherwise show what comes before it."""
        if self._run.open:
            return True
        words = self._words
        self._lines.say("", self._all_words.plain.heading.format(words=words.refused_heading))
        if self._house.status().card_first:
            self._lines.say(words.refused)
            self._card()
        else:
            self._lines.say(words.refused_under_16)
        return False

    def _number(self, lines: Iterable[str]) -> None:
        """Print lines with the numbers that take them."""
        self._lines.say_all(numbered(self._all_words.plain, lines))

    def _heard(self) -> str:
        return self._lines.ask(self._all_words.plain.prompt).casefold()
