"""How it is against before, as the person feels it."""

from enum import Enum


class Feel(Enum):
    """Against the time before."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
