"""A few tips of their own for the tests of reading and finding."""

from dataclasses import replace

from unspasm.domain.stretches import Recovery
from unspasm.domain.tips import Small, Tip, TipLibrary, Topic

ENDINGS = ("ing", "ed", "es", "s")
FILLERS = ("is", "it", "a", "the", "my", "i", "back", "how", "can", "when")
EVERY = frozenset(Recovery)
PLAIN = Tip("plain", "moving", "A plain title", "A lead.", ("A line.",), ("a-source",))
WALK = replace(
    PLAIN, id="walk", title="Is walking good?", lead="Walk as it lets you.",
    asked=("can i walk", "going for a stroll"), phases=EVERY, related=("rest", "numb"),
)  # fmt: skip
REST = replace(
    PLAIN, id="rest", title="Should I rest?", lead="Not for long.", lines=("Walk a little too.",),
    phases=frozenset({Recovery.ACUTE}),
)  # fmt: skip
NUMB = replace(
    PLAIN, id="numb", title="I am numb between my legs", lead="Get help now.", check=True,
    asked=("numb down below", "cannot feel when wiping"),
)  # fmt: skip
COLD = replace(
    PLAIN, id="cold", topic="warmth", title="Cold or heat?", lead="Either.", differs="Walking too.",
    lines=("Numb skin: no pack.",), phases=frozenset({Recovery.PREVENTION}),
)  # fmt: skip
LIBRARY = TipLibrary(
    (
        Topic("moving", "Moving", "To and fro.", (WALK, REST, NUMB)),
        Topic("warmth", "Warmth", "And cold.", (COLD,)),
    ),
    (
        Small("stroll", "Walk a bit", "It moves.", "walk", EVERY, ("a-source",)),
        Small("lie", "Lie down", "It rests.", "rest", frozenset({Recovery.ACUTE}), ("a-source",)),
    ),
)
