"""What the words of the house mean, one sentence each."""

from dataclasses import dataclass


@dataclass(frozen=True, repr=False, eq=False)
class GlossaryWords:
    """Each field is a word of the house."""

    heading: str
    sign: str
    check: str
    card: str
    seen: str
    spasm: str
    log: str
    pack: str
    skin_rest: str
    stretch: str
    routine: str
    session: str
    phase: str
    floor: str
    record: str
