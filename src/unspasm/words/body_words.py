"""The words about where it hurts, of both faces."""

from unspasm.words.word_set import word_set


@word_set
class BodyWords:
    """The body map, and its spots in words."""

    question: str
    left: str
    right: str
    areas: tuple[str, ...]
    """From the top down, as in `Area`."""
    on_left: str
    on_right: str
    both: str
    middle_left: str
    middle_right: str
    across: str
    between: str
    """Between one area and the next."""
    none: str
    keys: str
    keys_short: str
    """For a narrow window."""
