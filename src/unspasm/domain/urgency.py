"""How soon somebody should get care."""

from enum import IntEnum


class Urgency(IntEnum):
    """How soon to get care, ordered: a higher one is sooner."""

    SELF_CARE = 0
    """None of the listed reasons was found. This never means that nothing is wrong."""
    ROUTINE = 1
    """Book an ordinary visit."""
    SOON = 2
    """Be seen in the next few days."""
    SAME_DAY = 3
    """Speak to a health professional today."""
    EMERGENCY = 4
    """Get help now."""

    @property
    def word(self) -> str:
        """The name used in content, in the journal and in JSON: `same_day`."""
        return self.name.lower()

    @classmethod
    def from_word(cls, word: str) -> "Urgency":
        """Return the urgency that `word` names.

        Raises:
            ValueError: if no urgency has that name.
        """
        for urgency in cls:
            if urgency.word == word:
                return urgency
        raise ValueError(f"no urgency is called {word!r}")
