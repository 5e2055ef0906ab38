"""Which moment of the figure goes with which moment of a session."""

from unspasm.domain.figure import Figure, arrival
from unspasm.domain.session_plan import Phase, PhaseKind


def figure_seconds(figure: Figure, phase: Phase, into: float, *, moves: bool = True) -> float:
    """Return the second of the figure to show.

    While the person gets ready the whole exercise is shown once. A hold goes into the last pose and
    stays there; a rest comes back from it. Movements and breaths keep time with the session.

    Args:
        figure: of the stretch that the phase belongs to.
        phase: what runs.
        into: seconds of it that have passed.
        moves: otherwise only key poses are shown, each as a still.
    """
    last = figure.keys[-1]
    reached = arrival(figure, last.name)
    held = reached + last.stay / 2
    match phase.kind:
        case PhaseKind.HOLD:
            left = figure.keys[-2].move - into if moves and len(figure.keys) > 1 else 0.0
            return reached - left if left > 0 else held
        case PhaseKind.REST:
            back = into if moves else figure.seconds
            return min(reached + last.stay + back, figure.seconds)
        case PhaseKind.READY | PhaseKind.CHANGE if not moves:
            return held
        case PhaseKind.MOVE | PhaseKind.BREATHE:
            seconds = figure.intro + into * _pace(figure, phase)
        case _:
            seconds = into
    return seconds if moves else _still(figure, seconds)


def _pace(figure: Figure, phase: Phase) -> float:
    """Seconds of the figure in one of the session: whole rounds in each movement or breath."""
    once = phase.seconds / max(1, phase.repeats)
    a_round = figure.seconds - figure.intro
    return a_round * max(1, round(once / a_round)) / once


def _still(figure: Figure, seconds: float) -> float:
    """A second at which the figure stays in the pose that it is in, or on its way from."""
    if seconds >= figure.seconds:
        seconds = figure.intro + (seconds - figure.intro) % (figure.seconds - figure.intro)
    arrivals = [(arrival(figure, key.name), key.stay) for key in figure.keys]
    return max(at + stay / 2 for at, stay in arrivals if at <= seconds)
