"""Where it hurts, drawn as a person seen from behind: the left of the picture is their left."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from unspasm.domain.log_entries import Area, Side, Spot

START = Spot(Area.LOWER)
"""Where the map is entered with nothing ticked: where it hurts most often."""
MARK = "#"
"""What fills a ticked spot."""
BRACKETS = ("[", "]")
"""What stands at both ends of the spot that the keys have reached."""
LEFT, RIGHT = Side.LEFT, Side.RIGHT
_ACROSS = frozenset({Area.NECK, Area.UPPER, Area.MIDDLE, Area.LOWER})
"""What has a middle. Of everything else there are two."""
_BESIDE_ARM = frozenset({Area.UPPER, Area.MIDDLE, Area.LOWER, Area.BUTTOCK})
_DOWN = tuple(area for area in Area if area is not Area.ARM)
"""From the head to the feet."""


class Way(Enum):
    """Where an arrow key leads."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


class Tone(Enum):
    """What a sign of the picture is part of."""

    LINE = "line"
    """The drawing; blanks around it too."""
    BODY = "body"
    """A spot that is not ticked."""
    TICKED = "ticked"
    HERE = "here"
    """The spot that the keys have reached, not ticked."""
    TICKED_HERE = "ticked_here"
    BRACKET = "bracket"
    """Both ends of the spot that the keys have reached."""
    SIDE = "side"
    """The words for left and right."""


class Cell(NamedTuple):
    """One sign of the picture."""

    text: str
    tone: Tone


class MapSize(Enum):
    """How large it is drawn."""

    LARGE = "large"
    SMALL = "small"


# Each picture stands beside its plan: which spot a sign is part of. Left and right of neck and
# back are N n, U u, M m, L l, with a digit between; of buttock, thigh, below the knee and arm they
# are B b, T t, K k, A a.
_LARGE = (
    ("           .-----.           ", "                             "),
    ("          /       \\          ", "                             "),
    ("          \\       /          ", "                             "),
    ("           |     |           ", "            N111n            "),
    ("      _.--'       '--._      ", "           NN111nn           "),
    ("    .'        :        '.    ", "      UUUUUUU222uuuuuuu      "),
    ("   /   (      :      )   \\   ", "    AAA UUUUU222uuuuu aaa    "),
    ("  /   /|      :      |\\   \\  ", "   AAA  MMMMM333mmmmm  aaa   "),
    (" /   /  \\     :     /  \\   \\ ", "  AAA    MMMM333mmmm    aaa  "),
    ("/   /   |     :     |   \\   \\", " AAA     LLLL444llll     aaa "),
    ("|   |  /      :      \\  |   |", " AAA    LLLLL444lllll    aaa "),
    ("\\___/ /       |       \\ \\___/", " AAA   BBBBBBB bbbbbbb   aaa "),
    ("     |        |        |     ", "      BBBBBBBB bbbbbbbb      "),
    ("     |'.____.' '.____.'|     ", "      TTTTTTT   ttttttt      "),
    ("      |      | |      |      ", "       TTTTTT   tttttt       "),
    ("      (     )   (     )      ", "       KKKKK     kkkkk       "),
    ("       |___|     |___|       ", "        KKK       kkk        "),
)
_SMALL = (
    ("       .---.       ", "                   "),
    ("       \\   /       ", "                   "),
    ("    _.-'   '-._    ", "      NN111nn      "),
    ("  .'     :     '.  ", "    UUUU222uuuu    "),
    (" /  |    :    |  \\ ", "  AA MMM333mmm aa  "),
    ("/  / \\   :   / \\  \\", " AA   LL444ll   aa "),
    ("|_| /    |    \\ |_|", " A   BBBB bbbb   a "),
    ("    |   | |   |    ", "     TTT   ttt     "),
    ("    |__|   |__|    ", "     KK     kk     "),
)
_SPOTS = {
    "N": Spot(Area.NECK, LEFT), "1": Spot(Area.NECK), "n": Spot(Area.NECK, RIGHT),
    "U": Spot(Area.UPPER, LEFT), "2": Spot(Area.UPPER), "u": Spot(Area.UPPER, RIGHT),
    "M": Spot(Area.MIDDLE, LEFT), "3": Spot(Area.MIDDLE), "m": Spot(Area.MIDDLE, RIGHT),
    "L": Spot(Area.LOWER, LEFT), "4": Spot(Area.LOWER), "l": Spot(Area.LOWER, RIGHT),
    "B": Spot(Area.BUTTOCK, LEFT), "b": Spot(Area.BUTTOCK, RIGHT),
    "T": Spot(Area.THIGH, LEFT), "t": Spot(Area.THIGH, RIGHT),
    "K": Spot(Area.BELOW_KNEE, LEFT), "k": Spot(Area.BELOW_KNEE, RIGHT),
    "A": Spot(Area.ARM, LEFT), "a": Spot(Area.ARM, RIGHT),
}  # fmt: skip
SPOTS = tuple(_SPOTS.values())
"""Every spot on the map, by area from the top down, and from left to right."""
_MAPS = {MapSize.LARGE: _LARGE, MapSize.SMALL: _SMALL}
_SIDES_LINE = 1
"""The line with the words for left and right."""


def extent(size: MapSize) -> tuple[int, int]:
    """Return how wide and how high the picture is."""
    lines = _MAPS[size]
    return len(lines[0][0]), len(lines)


def size_for(width: int, height: int) -> MapSize:
    """Return the larger size if it is whole in that room, else the smaller one."""
    wide, high = extent(MapSize.LARGE)
    return MapSize.LARGE if width >= wide and height >= high else MapSize.SMALL


def draw(
    size: MapSize,
    ticked: Iterable[Spot],
    here: Spot | None = None,
    sides: tuple[str, str] = ("L", "R"),
) -> tuple[tuple[Cell, ...], ...]:
    """Return the picture, line by line.

    Args:
        size: how large.
        ticked: what is filled; twice for both sides of an area that has no middle.
        here: what the keys have reached.
        sides: the words for left and right, shortened where there is no room.
    """
    filled = spread(ticked)
    rows = [_row(line, plan, filled, here) for line, plan in _MAPS[size]]
    _name_sides(rows[_SIDES_LINE], sides)
    return tuple(map(tuple, rows))


def _row(line: str, plan: str, filled: frozenset[Spot], here: Spot | None) -> list[Cell]:
    spots = [_SPOTS.get(letter) for letter in plan]
    row = [_cell(sign, spot, filled, here) for sign, spot in zip(line, spots, strict=True)]
    if here in spots and here is not None:
        first = spots.index(here)
        last = first + spots.count(here)
        row[first - 1] = Cell(BRACKETS[0], Tone.BRACKET)
        row[last] = Cell(BRACKETS[1], Tone.BRACKET)
    return row


def _cell(sign: str, spot: Spot | None, filled: frozenset[Spot], here: Spot | None) -> Cell:
    if spot is None:
        return Cell(sign, Tone.LINE)
    if spot in filled:
        return Cell(MARK, Tone.TICKED_HERE if spot == here else Tone.TICKED)
    return Cell(sign, Tone.HERE if spot == here else Tone.BODY)


def _name_sides(row: list[Cell], sides: tuple[str, str]) -> None:
    """Write the words for left and right into what is free at both ends."""
    signs = "".join(cell.text for cell in row)
    room = len(signs) - len(signs.lstrip()) - 1
    left, right = (word[:room] for word in sides)
    for place, sign in [*enumerate(left), *enumerate(right, start=len(row) - len(right))]:
        row[place] = Cell(sign, Tone.SIDE)


def spot_at(x: int, y: int, size: MapSize) -> Spot | None:
    """Return which spot is drawn at that place, or `None`."""
    width, height = extent(size)
    if not (0 <= x < width and 0 <= y < height):
        return None
    return _SPOTS.get(_MAPS[size][y][1][x])


def lines_of(spot: Spot, size: MapSize) -> range:
    """Return the lines of the picture on which a spot lies."""
    lines = [y for y, (_, plan) in enumerate(_MAPS[size]) if spot in map(_SPOTS.get, plan)]
    return range(lines[0], lines[-1] + 1)


def step(spot: Spot, way: Way) -> Spot:
    """Return where an arrow key leads from a spot; itself where the body ends."""
    if spot.area is Area.ARM:
        return _step_from_arm(spot, way)
    if way in {Way.UP, Way.DOWN}:
        place = _DOWN.index(spot.area) + (1 if way is Way.DOWN else -1)
        area = _DOWN[min(max(place, 0), len(_DOWN) - 1)]
        side = spot.side if area in _ACROSS or spot.side else LEFT
        return Spot(area, side)
    places = _places(spot.area)
    if spot.area in _BESIDE_ARM:
        places = (Spot(Area.ARM, LEFT), *places, Spot(Area.ARM, RIGHT))
    place = places.index(spot) + (1 if way is Way.RIGHT else -1)
    return places[min(max(place, 0), len(places) - 1)]


def _step_from_arm(spot: Spot, way: Way) -> Spot:
    inwards = Way.RIGHT if spot.side is LEFT else Way.LEFT
    beside = {Way.UP: Area.UPPER, Way.DOWN: Area.BUTTOCK, inwards: Area.MIDDLE}
    return Spot(beside.get(way, Area.ARM), spot.side)


def _places(area: Area) -> tuple[Spot, ...]:
    return tuple(spot for spot in SPOTS if spot.area is area)


def first_of(ticked: Iterable[Spot]) -> Spot:
    """Return where the map is entered: the topmost ticked spot."""
    filled = spread(ticked)
    return next((spot for spot in SPOTS if spot in filled), START)


def spread(ticked: Iterable[Spot]) -> frozenset[Spot]:
    """Return the same as spots on the map: both sides, for an area that has no middle."""
    return frozenset(
        place
        for spot in ticked
        for place in ((spot,) if spot in SPOTS else _places(spot.area))
    )  # fmt: skip


def toggled(ticked: Iterable[Spot], spot: Spot) -> frozenset[Spot]:
    """Return what is ticked after one spot was ticked, or unticked."""
    return spread(ticked) ^ {spot}


def cycled(ticked: Iterable[Spot], area: Area) -> frozenset[Spot]:
    """Return what is ticked after one more press of an area's digit.

    Neck and back: the middle, or no longer. All others: left, right, both, none.
    """
    filled = spread(ticked)
    if area in _ACROSS:
        return filled ^ {Spot(area)}
    left, right = _places(area)
    return filled ^ ({left, right} if left in filled else {left})
