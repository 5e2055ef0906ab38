"""Where one run through the checklist stands, and what its answers add up to."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from unspasm.domain.answers import Answers, Fact, Trend
from unspasm.domain.assess import Assessment, assess, assessment_of
from unspasm.domain.care_status import Settled
from unspasm.domain.check_events import UNSURE, Ending, Event, Refusal
from unspasm.domain.entries import About, Check, SettledAnswer
from unspasm.domain.rules import (
    PREGNANCY,
    ChoiceQuestion,
    Page,
    PageKind,
    Rules,
    Sign,
    Step,
    signs_of,
)
from unspasm.domain.values import value


@value
class SettledQuestion:
    """How is a sign now, for which a clinician has already seen the person?"""

    sign: Sign

    @property
    def id(self) -> str:
        """The step's name, told apart from the sign's own."""
        return f"seen:{self.sign.id}"


CheckStep = Step | SettledQuestion


@value
class CheckState:
    """Where one run through the checklist stands."""

    rules: Rules
    settled: Settled
    about: About
    at: str
    """The step that is being asked."""
    only: frozenset[str] | None = None
    """The steps of a check that asks some pages only. With the first sign it becomes a full one."""
    yes: frozenset[str] = frozenset()
    """Signs ticked, confirmed or not."""
    unsure: frozenset[str] = frozenset()
    chosen: Mapping[str, int] = field(default_factory=dict)
    """The option taken, by choice question."""
    numbers: Mapping[str, float] = field(default_factory=dict)
    """The number given, by number question."""
    still: Mapping[str, SettledAnswer] = field(default_factory=dict)
    """What was said of settled signs, by sign."""
    confirmed: frozenset[str] = frozenset()
    """Steps that have been answered."""
    opened: float = 0.0
    """When this step came up, in seconds of the awake clock."""
    shown: frozenset[str] = frozenset()
    """Signs of this page that have been on screen."""
    last_key: Event | None = None
    """The last key that answers a whole step, taken or not, to tell a key that is held down."""
    last_key_at: float = 0.0
    """When it was pressed, in seconds of the awake clock."""
    hint: str | None = None
    """The sign whose "how to find out" is being shown."""
    refusal: Refusal | None = None
    ending: Ending | None = None

    @property
    def step(self) -> CheckStep:
        """The step that is being asked."""
        return next(step for step in self.steps if step.id == self.at)

    @property
    def steps(self) -> tuple[CheckStep, ...]:
        """The steps that apply so far, in order. More may come up as answers come in."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[CheckStep]:
        answers, only = self.answers, self._asked_only
        for step in self.rules.steps:
            if not step.applies.to(answers) if only is None else step.id not in only:
                continue
            if not isinstance(step, Page):
                yield step
                continue
            asked_before = [sign for sign in step.signs if sign.id in self.settled.signs]
            yield from map(SettledQuestion, asked_before)
            rest = tuple(sign for sign in step.signs if sign.id not in self.settled.signs)
            if rest:
                yield replace(step, signs=rest)

    @property
    def _asked_only(self) -> frozenset[str] | None:
        return None if self.only is None or self.answers.true else self.only

    @property
    def answers(self) -> Answers:
        """What has been confirmed so far, as facts."""
        signs_yes = {sign for sign in self.yes if self._counts(sign)}
        signs_unsure = {sign for sign in self.unsure if self._counts(sign)}
        numbers = {step: value for step, value in self.numbers.items() if step in self.confirmed}
        age, pain = numbers.get("age"), numbers.get("pain")
        return Answers(
            age=None if age is None else int(age),
            days=numbers.get("days"),
            pain=None if pain is None else int(pain),
            trend=self._trend(),
            yes=self._facts(signs_yes),
            unsure=self._facts(signs_unsure),
        )

    def _counts(self, sign: str) -> bool:
        return self.rules.home_of[sign] in self.confirmed or f"seen:{sign}" in self.confirmed

    def _facts(self, signs: set[str]) -> frozenset[Fact]:
        return frozenset(fact for sign in signs for fact in self.rules.signs[sign].covers)

    def _trend(self) -> Trend:
        for step in self.rules.steps:
            if isinstance(step, ChoiceQuestion) and step.id in self.confirmed:
                option = self.chosen.get(step.id, UNSURE)
                if option != UNSURE and step.options[option].trend:
                    return step.options[option].trend or Trend.UNKNOWN
        return Trend.UNKNOWN

    @property
    def assessment(self) -> Assessment:
        """What the confirmed answers add up to, settled reasons left out."""
        same = {sign for sign, answer in self.still.items() if answer is SettledAnswer.SAME}
        same |= self._chosen_again
        return assessment_of(
            [
                reason
                for reason in assess(self.rules, self.answers).reasons
                if not (reason.signs and reason.signs <= same and reason.id in self.settled.reasons)
            ]
        )

    @property
    def _chosen_again(self) -> set[str]:
        """Options that a clinician has seen, chosen again: the same as before, without asking so.

        In another spasm only a pregnancy is: what set it off may be new each time.
        """
        return {
            sign
            for sign in self._options_seen & self.yes
            if self.rules.home_of[sign] == PREGNANCY or sign not in self.settled.earlier
        }

    @property
    def _options_still(self) -> dict[str, SettledAnswer]:
        """What the choices say of options that a clinician has seen."""
        return {
            sign: SettledAnswer.SAME if sign in self._chosen_again else SettledAnswer.GONE
            for sign in sorted(self._options_seen)
            if self.rules.home_of[sign] in self.confirmed
        }

    @property
    def _options_seen(self) -> set[str]:
        options = (step for step in self.rules.steps if isinstance(step, ChoiceQuestion))
        return {sign.id for step in options for sign in signs_of(step)} & set(self.settled.signs)

    @property
    def ticked_here(self) -> tuple[Sign, ...]:
        """The signs of this page that are ticked or not sure."""
        return tuple(
            sign for sign in signs_here(self.step) if sign.id in self.yes or sign.id in self.unsure
        )

    @property
    def already_known(self) -> bool:
        """Whether this page was answered in an earlier check and only wants confirming."""
        step = self.step
        return isinstance(step, Page) and step.kind is PageKind.LASTING and self.about.lasting_known

    @property
    def check(self) -> Check:
        """The entry for the journal, once the check has ended."""
        assessment = self.assessment
        complete = self.ending is Ending.COMPLETE and self._asked_only is None
        answered = self.confirmed & {step.id for step in self.rules.steps}
        return Check(
            answers=self.answers,
            urgency=assessment.urgency,
            reasons=assessment.reasons,
            complete=complete,
            settled={**self.still, **self._options_still},
            stopped_at=self.at if self.ending is Ending.EMERGENCY else None,
            answered=frozenset() if complete else answered,
        )


def signs_here(step: CheckStep) -> tuple[Sign, ...]:
    """The signs that a step lets the person tick or choose."""
    return () if isinstance(step, SettledQuestion) else tuple(signs_of(step))
