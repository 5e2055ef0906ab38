"""What the words of the house mean, one sentence each."""

from unspasm.words.word_set import word_set


@word_set
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
