"""Routines of one's own: what a file of one says, and its limits.

Where nothing is said of an exercise that is not in the library, the careful reading is taken: it is
strength work, it is done on the floor, and it bends the back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from unicodedata import normalize
from zlib import crc32

from unspasm.domain.session_plan import MOST_SECONDS
from unspasm.domain.stretches import (
    Beat,
    Direction,
    Dose,
    Library,
    Place,
    Unsuited,
)

NAME_LETTERS = 40
NOTE_LETTERS = 200
LINE_LETTERS = 160
MOST_LINES = 8
MOST_STEPS = 20
MOST_ROUTINES = 14
"""So many a person keeps: each has a key of its own on the screens."""
PLACES = (
    Place.FLOOR, Place.BACK, Place.FRONT, Place.SIDE, Place.HANDS_KNEES, Place.HALF_KNEEL,
    Place.CHAIR, Place.STANDING,
)  # fmt: skip
"""Where an exercise of one's own can be done."""
NEEDS = ("chair", "wall", "cushion", "support", "roller")
RESERVED = frozenset({"con", "prn", "aux", "nul"})
"""Names that no file can have everywhere."""
_ID_LETTERS = 40
_OWN = "own."
"""Before the id of an exercise that is not in the library: no stretch of ours begins so."""
OWN_REASONS = (
    Unsuited.OSTEOPOROSIS, Unsuited.PREGNANT, Unsuited.CANNOT_GET_DOWN, Unsuited.DIZZY,
    Unsuited.BENDING_WORSE, Unsuited.ARCHING_WORSE, Unsuited.POOR_BALANCE, Unsuited.ACUTE_SEVERE,
)  # fmt: skip
"""Reasons for which an exercise of one's own may be left out."""
_SECONDS = {
    Beat.HOLD: (1, 180), Beat.MOVE: (1, 60), Beat.BREATHE: (4, 15),
    Beat.REST: (10, 600), Beat.WALK: (10, MOST_SECONDS),
}  # fmt: skip
_RANGES = {"repeats": (1, 50), "rest": (0, 120), "sets": (1, 10), "between": (0, 180)}


class Sides(Enum):
    """With which side of the body it is done."""

    NONE = "none"
    """With both at once."""
    BOTH = "both"
    """First with the left, then with the right."""
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class OwnExercise:
    """An exercise that is not in the library. What was not said is `None`."""

    name: str
    steps: tuple[str, ...] = ()
    """What to do, in the person's words."""
    hold: bool = False
    """Held, and not moved."""
    place: Place | None = None
    strength: bool | None = None
    back: Direction | None = None
    """What the back does."""
    needs: tuple[str, ...] = ()
    given_by: str = ""

    @property
    def id(self) -> str:
        """Its name as an id, the same in every routine."""
        return _OWN + _as_id(self.name)

    @property
    def on_floor(self) -> bool:
        """Whether it counts as floor work."""
        return self.place is None or self.place.is_floor

    @property
    def counts_as_strength(self) -> bool:
        """Whether it counts as strength work."""
        return self.strength is not False


@dataclass(frozen=True)
class OwnStep:
    """One line of a routine: a stretch of the library, or an exercise that is not in it."""

    stretch: str = ""
    """The id of a stretch of the library."""
    exercise: OwnExercise | None = None
    dose: Dose | None = None
    """`None` for the dose of the library."""
    sides: Sides | None = None
    """`None` for the sides of the library."""

    @property
    def id(self) -> str:
        """What it is called in the record."""
        return self.exercise.id if self.exercise else self.stretch


@dataclass(frozen=True)
class OwnRoutine:
    """A routine as its file has it."""

    id: str
    name: str
    steps: tuple[OwnStep, ...] = ()
    given_by: str = ""
    note: str = ""


# --- limits ---------------------------------------------------------------------------------------


def range_of(key: str, beat: Beat) -> tuple[int, int]:
    """Return the least and the most that a number of a dose may be."""
    return _SECONDS[beat] if key == "seconds" else _RANGES[key]


def out_of_range(dose: Dose, beat: Beat) -> Iterator[tuple[str, int, int]]:
    """Every number of a dose that is out of its range, with that range."""
    for key in ("seconds", *_RANGES):
        lowest, highest = range_of(key, beat)
        if not lowest <= getattr(dose, key) <= highest:
            yield key, lowest, highest


def sides_fit(sides: Sides | None, step: OwnStep, library: Library) -> bool:
    """Whether a step can be done with these sides."""
    if sides is None or step.exercise:
        return True
    return (library.stretches[step.stretch].sides == 2) is (sides is not Sides.NONE)


def id_for(name: str, taken: Iterable[str]) -> str:
    """Return an id for a routine of that name that is not taken."""
    known = {*taken, *RESERVED}
    base = _as_id(name)
    wanted = (base, *(f"{base}_{number}" for number in range(2, len(known) + 3)))
    return next(one for one in wanted if one not in known)


def _as_id(name: str) -> str:
    """A name as an id: letters of other scripts are told apart by a mark made of them."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = "".join(one if one.isalnum() else " " for one in plain).split()
    letters = "_".join(words)[: _ID_LETTERS - 9].strip("_")
    whole = normalize("NFKC", " ".join(name.casefold().split()))
    if " ".join(words) == whole.replace("_", " ") and "_".join(words) == letters:
        found = letters
    else:
        found = f"{letters}_{crc32(whole.encode()):08x}".strip("_")
    return found if found[:1].isalpha() else f"r_{found}"
