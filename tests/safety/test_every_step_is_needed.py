"""Each step over the record, taken out or weakened, is missed by some story."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from tests.domain.logs import Spasm, moment

from unspasm.domain.course import newly_reached
from unspasm.domain.course_rules import CourseStep
from unspasm.domain.log_entries import Area, Helped, PainLog, Spot
from unspasm.domain.rules import Rules
from unspasm.domain.session_entries import End, SessionDone
from unspasm.domain.urgency import Urgency

Story = Callable[[Spasm], float]
"""Makes a record, and returns the day on which somebody looks at it."""


def plain(days: int) -> Story:
    """Pain that stays as it is for so many days."""

    def tell(spasm: Spasm) -> float:
        spasm.logs(*[5] * (days + 1))
        return days

    return tell


def unknown(days: int) -> Story:
    """Somebody says for the first time that it has lasted so many days."""

    def tell(spasm: Spasm) -> float:
        spasm.check(0, said=days)
        return 0

    return tell


def worsening(days: int) -> Story:
    """Pain that grows in the last days."""

    def tell(spasm: Spasm) -> float:
        spasm.logs(*[3] * (days - 2), *[6] * 3)
        return days

    return tell


def easing(days: int) -> Story:
    """Pain that falls by one point every three days, from 10 to 2."""

    def tell(spasm: Spasm) -> float:
        spasm.logs(*[max(2, 10 - day // 3) for day in range(days + 1)])
        return days

    return tell


def growing(spasm: Spasm) -> float:
    spasm.logs(3, 3, 3, 5, 5, 5)
    return 5


def severe(spasm: Spasm) -> float:
    spasm.logs(7, 7, 7)
    return 2


def back_again(spasm: Spasm) -> float:
    for day in (0, 100, 183):
        spasm.over(day - 1)
        spasm.add(day, PainLog(4, spots=frozenset({Spot(Area.LOWER)})))
    return 183


def made_worse(spasm: Spasm) -> float:
    spasm.log(0, 4)
    for _ in range(2):
        spasm.add(0.1, SessionDone("ease", 60.0, {}, End.WORSE))
    return 0.2


def nerve(sign: str) -> Story:
    """Pain falls after a sign of a nerve was ticked."""

    def tell(spasm: Spasm) -> float:
        spasm.check(0, sign, pain=6)
        spasm.log(1, 4)
        return 1

    return tell


def in_vain(spasm: Spasm) -> float:
    spasm.add(0, PainLog(4, not_helped=frozenset({Helped.PRESCRIBED})))
    return 0


STORIES: list[tuple[Story, str, Urgency]] = [
    *((story(8), "day_8", Urgency.ROUTINE) for story in (plain, unknown)),
    *((story(15), "day_15", Urgency.ROUTINE) for story in (plain, unknown, worsening, easing)),
    *((story(22), "day_22", Urgency.SOON) for story in (plain, unknown, worsening)),
    (easing(22), "day_22_improving", Urgency.ROUTINE),
    *((story(43), "day_43", Urgency.SOON) for story in (plain, unknown, worsening, easing)),
    (growing, "growing_worse", Urgency.SOON),
    (severe, "severe_3_days", Urgency.SAME_DAY),
    (back_again, "third_in_6_months", Urgency.ROUTINE),
    (made_worse, "made_worse_twice", Urgency.SOON),
    *((nerve(sign), "eases_with_nerve_sign", Urgency.SAME_DAY) for sign in (
        "saddle", "bladder", "bowel", "both_legs", "limb_weak", "limb_mild", "leg_numb",
    )),
    (in_vain, "prescribed_unhelped", Urgency.ROUTINE),
]  # fmt: skip


def told(rules: Rules, steps: tuple[CourseStep, ...]) -> list[tuple[str, Urgency]]:
    """What the stories that this is about come to."""
    found = []
    for story, name, _ in STORIES:
        spasm = Spasm(rules)
        day = story(spasm)
        reached = {one.reason.id: one for one in newly_reached(steps, spasm.entries, moment(day))}
        one = reached.get(name)
        found.append((name, one.reason.urgency if one else Urgency.SELF_CARE))
    return found


EXPECTED = [(name, urgency) for _, name, urgency in STORIES]


def test_every_story_comes_to_its_step(rules: Rules) -> None:
    assert EXPECTED == told(rules, rules.course_steps)
    assert {name for _, name, _ in STORIES} == {step.id for step in rules.course_steps}


def weaker(steps: tuple[CourseStep, ...]) -> Iterator[tuple[CourseStep, ...]]:
    """The steps with one of them taken out, put off or lowered, in every way."""
    for place, step in enumerate(steps):
        before, after = steps[:place], steps[place + 1 :]
        yield (*before, *after)
        lower = Urgency(step.urgency - 1)
        changed = [replace(step, urgency=lower)]
        changed += [
            replace(step, **{key: number + 1})
            for key in ("days_over", "days", "pain_from", "times")
            if (number := getattr(step, key))
        ]
        if step.within_days:
            changed.append(replace(step, within_days=step.within_days - 1))
        changed += [replace(step, trends=step.trends - {trend}) for trend in step.trends]
        changed += [replace(step, signs=step.signs - {sign}) for sign in step.signs]
        for one in changed:
            yield (*before, one, *after)


def test_a_step_that_is_weakened_is_missed(rules: Rules) -> None:
    for steps in weaker(rules.course_steps):
        assert EXPECTED != told(rules, steps), set(rules.course_steps) ^ set(steps)


@pytest.mark.parametrize("place", range(len(STORIES)))
def test_no_story_comes_to_its_step_without_its_last_entry(rules: Rules, place: int) -> None:
    story, name, _ = STORIES[place]
    spasm = Spasm(rules)
    day = story(spasm)
    spasm.entries.pop()

    assert name not in spasm.reaches(day - 1)
