"""Sentences about a session that runs or has ended, the same on both faces."""

from collections.abc import Iterator
from math import ceil

from unspasm.domain.session import Do, Session
from unspasm.domain.session_cues import SessionCue
from unspasm.domain.session_entries import End
from unspasm.domain.session_plan import BodySide, Phase, PhaseKind
from unspasm.domain.stretches import Stretch
from unspasm.domain.which_routine import Fitted
from unspasm.words.stretch_phrases import span_of
from unspasm.words.stretch_words import StretchWords

_MINUTE = 60


def clock_of(seconds: float) -> str:
    """Return a number of seconds as `5:20`, rounded up, so that nought means over."""
    whole = ceil(seconds)
    return f"{whole // _MINUTE}:{whole % _MINUTE:02}"


def place_of(session: Session) -> tuple[int, int]:
    """Return which of how many stretches is on, from 1."""
    names = list(dict.fromkeys(phase.stretch for phase in session.phases))
    return names.index(session.phase.stretch) + 1, len(names)


def head_of(words: StretchWords, name: str, session: Session) -> str:
    """Return the line that says how far the session is.

    Args:
        words: the words.
        name: the routine's.
        session: where it stands.
    """
    number, total = place_of(session)
    head = words.head.format(name=name, number=number, total=total)
    passed = clock_of(session.passed_seconds)
    return f"{head}   {words.of_total.format(passed=passed, total=clock_of(session.plan_seconds))}"


def side_line(words: StretchWords, phase: Phase) -> str:
    """Return side and repeat, where they matter."""
    side = side_of(words, phase.side).upper()
    again = words.repeat.format(number=phase.repeat, total=phase.repeats)
    counted = phase.kind in {PhaseKind.HOLD, PhaseKind.REST} and phase.repeats > 1
    sets = words.set_of.format(number=phase.set, total=phase.sets) if phase.sets > 1 else ""
    return "   ".join(filter(None, [side, again if counted else "", sets]))


def why_paused(words: StretchWords, session: Session) -> str:
    """Return why it stands still; nothing while it runs."""
    return str(getattr(words, f"paused_{session.paused.value}")) if session.paused else ""


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


def during_of(words: StretchWords, session: Session, stretch: Stretch) -> tuple[str, ...]:
    """Return what to do now, in sentences: the gentler version, the breath, or the steps."""
    phase = session.phase
    if stretch.id in session.easier:
        return (words.easier_on.format(easier=stretch.easier),)
    if phase.kind is PhaseKind.BREATHE:
        return (breath_of(words, session, next(iter(stretch.doses.values())).seconds),)
    return tuple(what_to_do(stretch, phase))


def said_of_key(words: StretchWords, do: Do, session: Session, stretch: Stretch) -> str:
    """Return what a key has done, where the session itself does not show it.

    Args:
        words: the words.
        do: what the key stands for.
        session: after it.
        stretch: the one that was on when it was pressed.
    """
    if session.refused:
        return words.refused_change
    match do:
        case Do.LONGER | Do.SHORTER:
            return words.said_longer.format(seconds=session.phase.seconds)
        case Do.WAIT:
            return words.waits_on if session.waits else words.waits_off
        case Do.EASIER:
            gentler = words.easier_on.format(easier=stretch.easier)
            return gentler if stretch.id in session.easier else words.easier_off
        case Do.LEAVE_OUT:
            return words.left_out_done.format(name=stretch.name)
        case _:
            return ""


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
