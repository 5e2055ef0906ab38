"""Mistakes that somebody who writes about stretches and routines can make."""

from tests.content.slips import NO_SUCH, Slip

SIT, LIFT, SESSIONS = "stretches/sit.toml", "stretches/lift.toml", "sessions.toml"
EASE, STRONG, FIRST_AID = "routines/ease.toml", "routines/strong.toml", "routines/first_aid.toml"
LIFTS = "[dose.prevention]\nseconds = 4\nrepeats = 5\nrest = 0\n"


def _line(name: str) -> str:
    return f'[[unsuited]]\nid = "{name}"\nask = "."\nfind_out = "."\nsources = ["one"]\n\n'


def _dose(name: str, key: str, value: int, lowest: int) -> Slip:
    old = {"seconds": "seconds = 10", "repeats": "repeats = 2", "rest": "rest = 5"}[key]
    return Slip(
        f"a dose of which {key} is {value}",
        *(SIT, old, f"{key} = {value}"),
        *(f"{key} = {value}", f"dose.{name}.{key}", f"must be {lowest} or more"),
    )


STRETCHES = (
    Slip(
        "a stretch that is not called as its file is",
        *(SIT, 'id = "sit"', 'id = "sits"'),
        *('id = "sits"', "id", "'sits' is not the name of its file"),
    ),
    Slip(
        "a stretch without a dose",
        *(LIFT, LIFTS, "[dose]\n"),
        *("[dose]", "dose", "no dose for any phase of recovery"),
    ),
    Slip(
        "strength work in the acute phase",
        *(LIFT, "[dose.prevention]", "[dose.acute]"),
        *("[dose.acute]", "dose.acute", "never done in the acute phase"),
    ),
    Slip(
        "a reason to skip that stands twice",
        *(SIT, 'when = "knee_pain"', 'when = "dizzy"'),
        *('when = "dizzy"', "skip.1.when", "second time"),
        after='say = "It turns."',
    ),
    Slip(
        "a reason to skip that there is not",
        *(SIT, 'when = "knee_pain"', 'when = "tired"'),
        *('when = "tired"', "skip.1.when"),
    ),
    Slip(
        "a stretch with an unknown source",
        *(SIT, 'sources = ["one"]', f"sources = [{NO_SUCH}]"),
        *(NO_SUCH, "sources", "no-such-page"),
    ),
    Slip(
        "a stretch with no source",
        *(SIT, 'sources = ["one"]', "sources = []"),
        *("sources = []", "sources", "names no source"),
    ),
    *(_dose("acute", "seconds", value, 1) for value in (0, -3)),
    _dose("acute", "repeats", 0, 1),
    _dose("acute", "rest", -1, 0),
    Slip(
        "half a second",
        *(SIT, "seconds = 10", "seconds = 0.5"),
        *("seconds = 0.5", "dose.acute.seconds", "integer"),
    ),
    Slip(
        "a stretch on three sides",
        *(SIT, "sides = 2", "sides = 3"),
        *("sides = 3", "sides"),
    ),
    Slip(
        "a place that there is not",
        *(SIT, 'place = "chair"', 'place = "roof"'),
        *('place = "roof"', "place"),
    ),
    Slip(
        "a need that there is not",
        *(SIT, 'needs = ["chair"]', 'needs = ["barbell"]'),
        *('needs = ["barbell"]', "needs.0"),
    ),
    Slip(
        "a stretch that says nothing of when to stop",
        *(SIT, 'stop = ["it hurts"]', "stop = []"),
        *("stop = []", "stop", "empty"),
    ),
    Slip(
        "a step without words",
        *(SIT, 'steps = ["Sit still."]', 'steps = ["Sit still.", " "]'),
        *('" "]', "steps.1", "empty"),
    ),
    Slip(
        "a stretch with a key that nobody knows",
        *(SIT, "sides = 2", "sides = 2\nreps = 4"),
        *("reps = 4", "reps"),
    ),
)

ROUTINES = (
    Slip(
        "a routine that is not called as its file is",
        *("routines/loosen.toml", 'id = "loosen"', 'id = "loose"'),
        *('id = "loose"', "id", "'loose' is not the name of its file"),
    ),
    Slip(
        "a routine with an unknown stretch",
        *(STRONG, '"sit", "lift"', '"sit", "lit"'),
        *('"lit"]', "stretches.1", "no stretch 'lit'"),
    ),
    Slip(
        "a routine of nothing",
        *(EASE, '["sit"]', "[]"),
        *("stretches = []", "stretches", "empty"),
    ),
    Slip(
        "a routine with an unknown source",
        *(EASE, 'sources = ["one"]', f"sources = [{NO_SUCH}]"),
        *(NO_SUCH, "sources", "no-such-page"),
    ),
    Slip(
        "a routine with no source",
        *(EASE, 'sources = ["one"]', "sources = []"),
        *("sources = []", "sources", "names no source"),
    ),
    Slip(
        "a routine for a phase that there is not",
        *(EASE, 'phase = "acute"', 'phase = "always"'),
        *('phase = "always"', "phase"),
    ),
)

UNSUITED = (
    Slip(
        "a reason that is asked twice",
        *(SESSIONS, 'id = "knee_pain"', 'id = "dizzy"'),
        *('id = "dizzy"', "unsuited.1.id", "second time"),
        after='find_out = "Does it turn?"',
    ),
    Slip(
        "a reason that no stretch can have",
        *(SESSIONS, 'id = "knee_pain"', 'id = "tired"'),
        *('id = "tired"', "unsuited.1.id"),
    ),
    Slip(
        "more reasons than there are digits",
        *(
            SESSIONS,
            '[[unsuited]]\nid = "dizzy"',
            "".join(
                map(
                    _line,
                    [
                        *("wrist_pain", "neck_pain", "shoulder_pain", "poor_balance"),
                        *("bending_worse", "arching_worse", "pregnant", "osteoporosis"),
                    ],
                )
            )
            + '[[unsuited]]\nid = "dizzy"',
        ),
        *("[[unsuited]]", "unsuited.9", "more than 9 lines"),
        after='ask = "Dizzy"',
    ),
    Slip(
        "a reason with an unknown source",
        *(SESSIONS, 'sources = ["two"]', f"sources = [{NO_SUCH}]"),
        *(NO_SUCH, "unsuited.1.sources", "no-such-page"),
    ),
    Slip(
        "a reason with no source",
        *(SESSIONS, 'sources = ["two"]', "sources = []"),
        *("sources = []", "unsuited.1.sources", "names no source"),
    ),
    Slip(
        "a page before the first session without a title",
        *(SESSIONS, 'title = "Before"\n', ""),
        *("[page]", "page.title", "required"),
    ),
)

STRETCH_SLIPS = (*STRETCHES, *ROUTINES, *UNSUITED)
ONLY_CHECKED_STRETCHES = {slip for slip in STRETCH_SLIPS if NO_SUCH in slip.new}
