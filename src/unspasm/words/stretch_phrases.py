"""Sentences about what can be stretched today, the same on both faces."""

from collections.abc import Iterator

from unspasm.domain.session_plan import seconds_of
from unspasm.domain.stretches import Direction
from unspasm.domain.which_routine import Body, Fitted, Left, Why
from unspasm.words.phrases import parted
from unspasm.words.stretch_words import StretchWords

_MINUTE = 60


def span_of(words: StretchWords, seconds: float) -> str:
    """Return a length of time as people say it."""
    if seconds < _MINUTE:
        return words.seconds.format(seconds=round(seconds))
    minutes = round(seconds / _MINUTE)
    return words.minute if minutes == 1 else words.minutes.format(minutes=minutes)


# --- choosing -------------------------------------------------------------------------------------


def why_suggested(words: StretchWords, fitted: Fitted, why: Why) -> str:
    """Return the one sentence that says why this routine is suggested."""
    return str(getattr(words, f"why_{why.value}")).format(name=fitted.routine.name)


def what_it_takes(words: StretchWords, fitted: Fitted) -> str:
    """Return how long a routine takes and what it needs."""
    floor = any(one.place.is_floor for one in fitted.stretches)
    things = dict.fromkeys(need for one in fitted.stretches for need in one.needs)
    named = parted(words.also, (str(getattr(words, f"need_{thing}")) for thing in things))
    return words.row_note.format(
        minutes=span_of(words, seconds_of(fitted.phases)),
        floor=words.on_floor if floor else words.no_floor,
        needs=words.needs.format(needs=named) if named else "",
    )


def what_is_known(words: StretchWords, body: Body) -> Iterator[str]:
    """What the choice rests on and the person can change."""
    yield words.floor_yes if body.floor else words.floor_no
    match body.better:
        case Direction.BEND:
            yield words.better_bend
        case Direction.ARCH:
            yield words.better_arch
        case _:
            yield words.better_none
    if body.left_out:
        yield words.take_in_hint


def why_refused(words: StretchWords, why: str, fitted: Fitted | None) -> Iterator[str]:
    """Say why there is no session.

    Args:
        words: the words.
        why: one of the reasons, by its name.
        fitted: what is left of the routine that was asked for, if one was.
    """
    name = fitted.routine.name if fitted else ""
    yield str(getattr(words, f"refused_{why}")).format(name=name)
    if fitted and (left := left_out_today(words, fitted)):
        yield left


def left_out_today(words: StretchWords, fitted: Fitted) -> str:
    """Return what of a routine is left out today, and why; nothing if all of it fits."""
    named = [
        words.left_one.format(name=stretch.name, why=say.rstrip(".") or why_left(words, left))
        for stretch, left, say in fitted.left_out
    ]
    return words.left_out.format(names=parted(words.left_also, named)) if named else ""


def why_left(words: StretchWords, left: Left) -> str:
    """Return why a stretch is left out."""
    return str(getattr(words, f"left_{left.value}"))
