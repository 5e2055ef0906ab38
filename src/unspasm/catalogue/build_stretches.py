"""From the files of stretches and routines to the values of the domain."""

from collections.abc import Mapping

from unspasm.catalogue.build import unworthy_sign
from unspasm.catalogue.figures import figure_from
from unspasm.catalogue.shapes_stretches import (
    OwnAdviceShape,
    RoutineShape,
    SessionsShape,
    StretchShape,
)
from unspasm.domain.rules import Page, PageKind
from unspasm.domain.stretches import (
    Beat,
    Direction,
    Dose,
    Library,
    OwnAdvice,
    Place,
    Recovery,
    Routine,
    Stretch,
    Unsuited,
)


def library_from(
    stretches: Mapping[str, StretchShape],
    routines: Mapping[str, RoutineShape],
    sessions: SessionsShape,
) -> Library:
    """Return every stretch, in the order of its number, and every routine."""
    ordered = sorted(stretches.values(), key=lambda shape: (shape.number, shape.id))
    return Library(
        stretches={shape.id: stretch_from(shape) for shape in ordered},
        routines={shape.id: routine_from(shape) for shape in routines.values()},
        unsuited=Page(
            "unsuited",
            PageKind.SPASM,
            sessions.page.title,
            sessions.page.ask,
            tuple(
                unworthy_sign(one.id, one.ask, one.find_out, sources=one.sources)
                for one in sessions.unsuited
            ),
        ),
        advice=own_advice_from(sessions.own),
    )


def own_advice_from(shape: OwnAdviceShape) -> OwnAdvice:
    """Return what is said with every exercise that is not in the library."""
    return OwnAdvice(
        why=shape.why,
        given_by=shape.given_by,
        get_in=tuple(shape.get_in),
        get_down=tuple(shape.get_down),
        get_out=tuple(shape.get_out),
        get_up=tuple(shape.get_up),
        steps=tuple(shape.steps),
        during=shape.during,
        easier=shape.easier,
        stop=tuple(shape.stop),
        skip={Unsuited(one.when): one.say for one in shape.skip},
        sources=tuple(shape.sources),
    )


def stretch_from(shape: StretchShape) -> Stretch:
    """Return a stretch."""
    doses = {
        Recovery(name): getattr(shape.dose, name) for name in ("acute", "easing", "prevention")
    }
    return Stretch(
        id=shape.id,
        name=shape.name,
        place=Place(shape.place),
        needs=tuple(shape.needs),
        strength=shape.strength,
        direction=Direction(shape.direction),
        beat=Beat(shape.kind),
        sides=shape.sides,
        what=shape.what,
        get_in=tuple(shape.get_in),
        steps=tuple(shape.steps),
        get_out=tuple(shape.get_out),
        during=shape.during,
        cue=shape.cue,
        easier=shape.easier,
        stop=tuple(shape.stop),
        sources=tuple(shape.sources),
        skip={Unsuited(one.when): one.say for one in shape.skip},
        doses={
            recovery: Dose(dose.seconds, dose.repeats, dose.rest)
            for recovery, dose in doses.items()
            if dose
        },
        figure=figure_from(shape.figure) if shape.figure else None,
    )


def routine_from(shape: RoutineShape) -> Routine:
    """Return a routine."""
    return Routine(
        id=shape.id,
        name=shape.name,
        recovery=None if shape.phase == "any" else Recovery(shape.phase),
        why=shape.why,
        stretches=tuple(shape.stretches),
        sources=tuple(shape.sources),
    )
