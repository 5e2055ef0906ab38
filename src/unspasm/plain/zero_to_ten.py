"""A number from 0 to 10, asked line by line: a pain, or how well something goes."""

from unspasm.domain.answers import WORST_PAIN
from unspasm.plain.lines import LEAVES, Lines, whole_number
from unspasm.words import Words


def ask_zero_to_ten(lines: Lines, words: Words, *question: str) -> int | None:
    """Ask until it is one; return `None` if it is left out.

    Args:
        lines: the conversation.
        words: all words.
        question: said before each answer, line by line.

    Raises:
        EndOfInputError: if there is no more to read.
        WorseError: if the person says that something is worse.
    """
    while True:
        lines.say(*question)
        text = lines.ask(words.plain.prompt).casefold()
        number = whole_number(text)
        if text in {"", *LEAVES} or (number is not None and number <= WORST_PAIN):
            return number
        lines.say(words.check.out_of_range.format(lowest=0, highest=WORST_PAIN))
