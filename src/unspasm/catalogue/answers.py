"""Answers from outside: the JSON that `check --answers` reads."""

import json
from typing import Annotated, Any, Literal, NoReturn

from pydantic import Field, ValidationError

from unspasm.catalogue.shapes import Shape
from unspasm.domain.answers import WORST_PAIN, Answers, Trend
from unspasm.domain.rules import Rules

_DAYS = 36_500


class AnswersError(Exception):
    """The answers cannot be used. The message is one line."""


class AnswersShape(Shape):
    """What `--answers` takes. Facts that are not named are "no"."""

    age: Annotated[int, Field(ge=0, le=120)]
    days: Annotated[float, Field(ge=0, le=_DAYS)]
    pain: Annotated[int, Field(ge=0, le=WORST_PAIN)]
    trend: Literal["improving", "not_improving", "worsening", "unknown"] = "unknown"
    yes: list[str]
    unsure: list[str] = []


def read_answers(text: str, rules: Rules) -> Answers:
    """Return the answers in a JSON text.

    Raises:
        AnswersError: for broken JSON, a missing, unknown or doubled key, a wrong type, a number out
            of range, or a fact that does not exist.
    """
    try:
        raw = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except ValueError as error:
        raise AnswersError(f"this is not JSON: {error}") from error
    except RecursionError as error:
        raise AnswersError("this is not JSON: it is nested too deeply") from error
    if not isinstance(raw, dict):
        raise AnswersError("answers must be one JSON object")
    try:
        shape = AnswersShape.model_validate(raw)
    except ValidationError as error:
        faults = [f"{_where(one['loc'])}: {one['msg']}" for one in error.errors(include_url=False)]
        raise AnswersError("; ".join(faults)) from error
    for fact in (*shape.yes, *shape.unsure):
        if fact not in rules.facts:
            raise AnswersError(_unknown(fact, rules))
    return Answers(
        age=shape.age,
        days=shape.days,
        pain=shape.pain,
        trend=Trend(shape.trend),
        yes=frozenset(shape.yes),
        unsure=frozenset(shape.unsure) - frozenset(shape.yes),
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            raise AnswersError(f"{name}: stands there twice")
        seen.add(name)
    return dict(pairs)


def _no_number(name: str) -> NoReturn:
    raise AnswersError(f"{name} is not a number")


def _where(path: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in path)


def _unknown(fact: str, rules: Rules) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    near = get_close_matches(fact, rules.facts, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"no fact is called {fact!r}{hint}"
