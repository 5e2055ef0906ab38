"""The page for a clinician as JSON. Its shape is a promise: see docs/json.md."""

import json
from collections.abc import Iterable
from datetime import date

from unspasm.domain.clinician_signs import Outcome, StepReached, Tick, TickedSign
from unspasm.domain.clinician_values import (
    Began,
    ClinicianPage,
    Conditions,
    Course,
    HowBad,
    MyActivity,
    Often,
    TriedWith,
)
from unspasm.domain.pain import Reading

_Object = dict[str, object]


def as_json(page: ClinicianPage, not_a_diagnosis: str, version: str) -> str:
    """Return the page as one JSON object in plain ASCII, with one newline at its end.

    Nothing is cut here: there is no sheet that it has to fit on.

    Args:
        page: what it tells.
        not_a_diagnosis: what it is not, in words.
        version: of the program that made it.
    """
    told = {
        "unspasm": "report",
        "version": version,
        "made": page.made.isoformat(timespec="minutes"),
        "says": not_a_diagnosis,
        "since": page.since.isoformat(),
        "until": page.until.isoformat(),
        "left_out": [part.value for part in page.left_out],
        **_of_signs(page),
        **_of_pain(page),
        **_of_spasms(page),
        **_of_what_was_tried(page),
        **_of_the_person(page),
    }
    return json.dumps(told, indent=2) + "\n"


def _of_signs(page: ClinicianPage) -> _Object:
    return {
        "signs": [_sign(sign) for sign in page.signs],
        "checks": page.checks,
        "last_check": _day(page.last_check),
    }


def _of_pain(page: ClinicianPage) -> _Object:
    return {
        "pain": page.how_bad and _pain(page.how_bad),
        "readings": [_reading(one) for one in page.readings],
        "course": page.course and _course(page.course),
        "steps": [_step(step) for step in page.steps],
    }


def _of_spasms(page: ClinicianPage) -> _Object:
    """When they began, how often, where, and what was before."""
    return {
        "began": page.began and _began(page.began),
        "often": page.often and _often(page.often),
        "where": [
            {
                "area": spot.area.value,
                "side": spot.side.value if spot.side else None,
                "times": times,
            }
            for spot, times in page.where
        ],
        "set_off": [{"what": what.value, "times": times} for what, times in page.set_off],
        "heavy_week": page.heavy_week
        and {"was": page.heavy_week.was, "said_on": _day(page.heavy_week.said_on)},
    }


def _of_what_was_tried(page: ClinicianPage) -> _Object:
    return {
        "eases": [
            {"what": one.what.value, "helped": one.helped, "not_helped": one.not_helped}
            for one in page.eases
        ],
        "tried": [_tried(one) for one in page.tried],
    }


def _of_the_person(page: ClinicianPage) -> _Object:
    return {
        "my_activities": [_activity(one) for one in page.my_activities],
        "conditions": page.conditions and _conditions(page.conditions),
        "notes": [
            {"at": note.at.isoformat(timespec="minutes"), "text": note.text} for note in page.notes
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _reading(reading: Reading) -> _Object:
    return {"on": _day(reading.day), "at": reading.at.isoformat(), "pain": reading.pain}


def _pain(bad: HowBad) -> _Object:
    return {
        "latest": _reading(bad.latest),
        "worst": _reading(bad.worst),
        "best": _reading(bad.best),
        "first_days": bad.first_days,
        "last_days": bad.last_days,
        "times": bad.times,
    }


def _course(course: Course) -> _Object:
    return {
        "first": _reading(course.first),
        "latest": _reading(course.latest),
        "trend": course.trend.value,
        "improved_on": _day(course.improved_on),
    }


def _began(began: Began) -> _Object:
    return {
        "on": _day(began.on),
        "day": began.day,
        "over_on": _day(began.over_on),
        "first_told": _day(began.first_told),
    }


def _outcomes(outcomes: Iterable[Outcome]) -> list[_Object]:
    return [
        {
            "became": one.became.value,
            "on": _day(one.on),
            "said": one.said.value if one.said else None,
        }
        for one in outcomes
    ]


def _sign(sign: TickedSign) -> _Object:
    later = sign.later
    return {
        "id": sign.id,
        "words": sign.words,
        "urgency": sign.urgency.word,
        "together": sign.together,
        "stands": sign.stands,
        "ticks": [_tick(tick) for tick in sign.ticks],
        "later": {"on": _day(later[0]), "answer": later[1].value} if later else None,
    }


def _tick(tick: Tick) -> _Object:
    return {
        "at": tick.at.isoformat(timespec="minutes"),
        "unsure": tick.unsure,
        "called_on": _day(tick.called_on),
        "outcomes": _outcomes(tick.outcomes),
    }


def _step(step: StepReached) -> _Object:
    return {
        "id": step.step,
        "heading": step.heading,
        "because": step.because,
        "urgency": step.urgency.word,
        "on": _day(step.on),
        "outcomes": _outcomes(step.outcomes),
    }


def _often(often: Often) -> _Object:
    return {
        "said": often.said.value if often.said else None,
        "spasms": [
            {"began": _day(began), "over": _day(over), "worst": worst}
            for began, over, worst in often.spasms
        ],
    }


def _tried(one: TriedWith) -> _Object:
    return {
        "what": one.what.value,
        "times": one.times,
        "minutes": one.minutes,
        "both_said": one.both_said,
        "before": one.before,
        "after": one.after,
        "worse": one.worse,
    }


def _activity(one: MyActivity) -> _Object:
    return {
        "name": one.name,
        "first": one.first,
        "first_on": _day(one.first_on),
        "latest": one.latest,
        "latest_on": _day(one.latest_on),
    }


def _conditions(known: Conditions) -> _Object:
    return {
        "own_words": known.own_words,
        "lasting": list(known.lasting),
        "lasting_unsure": list(known.lasting_unsure),
        "lasting_asked": known.asked,
        "age": known.age,
        "pregnancy": known.pregnancy,
    }
