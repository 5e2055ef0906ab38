"""Sentences about stretches and sessions, the same on both faces."""

from collections.abc import Iterator
from math import ceil

from unspasm.domain.session import End, Session
from unspasm.domain.session_cues import SessionCue
from unspasm.domain.session_plan import BodySide, Phase, seconds_of
from unspasm.domain.stretches import Direction, Stretch
from unspasm.domain.which_routine import Body, Fitted, Left, Why
from unspasm.words.stretch_words import StretchWords

_MINUTE = 60


def clock_of(seconds: float) -> str:
    """Return a number of seconds as `5:20`, rounded up, so that nought means over."""
    whole = ceil(seconds)
    return f"{whole // _MINUTE}:{whole % _MINUTE:02}"


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
    named = ", ".join(str(getattr(words, f"need_{thing}")) for thing in things)
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
        f"{stretch.name} ({say.rstrip('.') or _why_left(words, left)})"
        for stretch, left, say in fitted.left_out
    ]
    return words.left_out.format(names="; ".join(named)) if named else ""


def _why_left(words: StretchWords, left: Left) -> str:
    return str(getattr(words, f"left_{left.value}"))


# --- running --------------------------------------------------------------------------------------


def side_of(words: StretchWords, side: BodySide | None) -> str:
    """Return "left" or "right", or nothing."""
    if side is None:
        return ""
    return words.left_side if side is BodySide.LEFT else words.right_side


def kind_of(words: StretchWords, session: Session) -> str:
    """Return the one word that says what to do now."""
    return words.paused if session.paused else kind_of_phase(words, session.phase)


def kind_of_phase(words: StretchWords, phase: Phase) -> str:
    """Return the one word for a phase."""
    return str(getattr(words, f"kind_{phase.kind.value}"))


def what_to_do(stretch: Stretch, phase: Phase) -> Iterator[str]:
    """Return what there is to do in a phase, in sentences: first how to get there."""
    yield from stretch.get_in if phase.moves_over else stretch.steps
    if phase.kind.works:
        yield stretch.during


def coming_of(words: StretchWords, session: Session, stretch: Stretch | None) -> str:
    """Return what comes next.

    Args:
        words: the words.
        session: where it stands.
        stretch: the one that the next phase belongs to.
    """
    coming = session.coming
    if coming is None or stretch is None:
        return words.coming_none
    if coming.side is None:
        return words.coming.format(name=stretch.name)
    return words.coming_side.format(name=stretch.name, side=side_of(words, coming.side))


def breath_of(words: StretchWords, session: Session, seconds: int, inward: int = 4) -> str:
    """Return whether to breathe in or out now.

    Args:
        words: the words.
        session: at a phase of breathing.
        seconds: of one breath.
        inward: seconds of it that go in.
    """
    return words.breathe_in if session.into % seconds < inward else words.breathe_out


def spoken_of(
    words: StretchWords, cues: list[SessionCue], session: Session, stretch: Stretch
) -> str:
    """Return what a voice says of these cues."""
    said = []
    side = side_of(words, session.phase.side)
    for cue in cues:
        template = str(getattr(words, f"say_{cue.value}"))
        if cue is SessionCue.READY and side:
            template = words.say_ready_side
        kind = kind_of_phase(words, session.phase).capitalize()
        said.append(template.format(name=stretch.cue, side=side, kind=kind))
    return " ".join(said)


# --- the end --------------------------------------------------------------------------------------


def title_of_end(words: StretchWords, fitted: Fitted, session: Session) -> str:
    """Return the heading of a session that has ended."""
    whole = session.ended in {End.DONE, End.LIMIT}
    return (words.done_title if whole else words.stopped_title).format(name=fitted.routine.name)


def said_of_session(words: StretchWords, session: Session) -> str:
    """Return what is said when a session has ended."""
    time = span_of(words, session.total)
    match session.ended:
        case End.LIMIT:
            return words.done_limit
        case End.WORSE:
            return words.done_worse.format(time=time)
        case End.STOPPED:
            return words.done_stopped.format(time=time)
        case _:
            return words.done.format(time=time)
