"""The page for a clinician, whatever the format: a title, a head, sections of lines."""

from dataclasses import dataclass

from unspasm.domain.clinician_values import Part


@dataclass(frozen=True)
class Section:
    """One question and its answer."""

    part: Part
    heading: str
    lines: tuple[str, ...]
    """Typed text in them stands between marks, see `typed`."""
    wide: bool = False
    """It takes the whole width of the paper; the others stand in two columns."""
    drawing: str = ""
    """SVG."""
    signs: tuple[str, ...] = ()
    """The same in plain signs, line by line."""


@dataclass(frozen=True)
class Sheet:
    """The whole page."""

    title: str
    head: tuple[str, ...]
    sections: tuple[Section, ...]


BESIDE = frozenset({Part.PAIN, Part.BEGAN})
"""What stands beside the chart where there is one."""
