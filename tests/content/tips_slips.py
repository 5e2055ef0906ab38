"""Mistakes that somebody who writes tips and the daily plan can make."""

from tests.content.slips import NO_SUCH, Slip

MOVING, EATING, PLAN = "tips/moving.toml", "tips/eating.toml", "plan.toml"
_TOO_LONG = "x" * 61

TIPS_SLIPS = (
    Slip(
        "a topic that is not called as its file is",
        *(MOVING, 'id = "moving"', 'id = "movings"'),
        *('id = "movings"', "id", "'movings' is not the name of its file"),
    ),
    Slip(
        "a title of a topic that is too long",
        *(MOVING, 'title = "Moving"', f'title = "{"x" * 31}"'),
        *("xxx", "title", "31 letters, and 30 is the most"),
    ),
    Slip(
        "a title of a tip that is too long",
        *(MOVING, "Is walking good?", _TOO_LONG),
        *(_TOO_LONG, "tip.0.title", "61 letters, and 60 is the most"),
    ),
    Slip(
        "an unknown key of a tip",
        *(MOVING, "differs =", "diverges ="),
        *("diverges =", "tip.0.diverges", "Extra inputs"),
    ),
    Slip(
        "text where a truth belongs",
        *(MOVING, "check = true", 'check = "yes"'),
        *('check = "yes"', "tip.1.check", "boolean"),
    ),
    Slip(
        "a phase that there is not",
        *(MOVING, '["easing", "prevention"]', '["easing", "later"]'),
        *('"later"', "tip.0.phases.1"),
    ),
    Slip(
        "a tip that stands in another topic already",
        *(MOVING, 'id = "walking"', 'id = "water"'),
        *('id = "water"', "tip.0.id", "stands in tips/eating.toml already"),
    ),
    Slip(
        "a tip that leads to one that there is not",
        *(EATING, 'related = ["walking"]', 'related = ["running"]'),
        *('"running"', "tip.0.related.0", "there is no tip 'running'"),
    ),
    Slip(
        "a tip that leads to itself",
        *(EATING, 'related = ["walking"]', 'related = ["water"]'),
        *('related = ["water"]', "tip.0.related.0", "leads nowhere new"),
    ),
    Slip(
        "a tip with an unknown source",
        *(EATING, 'sources = ["one"]', f"sources = [{NO_SUCH}]"),
        *(NO_SUCH, "tip.0.sources", "no-such-page"),
    ),
    Slip(
        "a tip without a source",
        *(EATING, 'sources = ["one"]', "sources = []"),
        *("sources = []", "tip.0.sources", "names no source"),
    ),
    Slip(
        "an answer that goes on",
        *(EATING, "Drink to thirst.", "Drink. Then. Drink. More."),
        *("Drink. Then", "tip.0.lead", "more than 3 sentences"),
    ),
    Slip(
        "a paragraph that goes on",
        *(EATING, "Not more.", "A. B. C. D. E."),
        *("A. B. C.", "tip.0.lines", "more than 4 sentences"),
    ),
    Slip(
        "a warning sign as the tip of a day",
        *(MOVING, "check = true", 'check = true\nphases = ["acute"]'),
        *('phases = ["acute"]', "tip.1.phases", "never today's tip"),
    ),
    Slip(
        "an id with a blank",
        *(EATING, 'id = "water"', 'id = "some water"'),
        *('id = "some water"', "tip.0.id", "not spelled like an id"),
    ),
    Slip(
        "a small thing twice",
        *(PLAN, 'id = "drink-up"', 'id = "stroll"'),
        *('id = "stroll"', "small.1.id", "second time"),
        after='why = "It moves."',
    ),
    Slip(
        "a small thing that leads to no tip",
        *(PLAN, 'tip = "water"', 'tip = "wine"'),
        *('tip = "wine"', "small.1.tip", "there is no tip 'wine'"),
    ),
    Slip(
        "a small thing for no phase",
        *(PLAN, 'phases = ["prevention"]', "phases = []"),
        *("phases = []", "small.1.phases", "names no phase"),
    ),
    Slip(
        "a small thing that is long to say",
        *(PLAN, "Walk a bit", "x" * 51),
        *("xxx", "small.0.do", "51 letters, and 50 is the most"),
    ),
    Slip(
        "a small thing with two reasons",
        *(PLAN, "It moves.", "It moves. It walks."),
        *("It moves. It walks.", "small.0.why", "more than 1 sentences"),
    ),
    Slip(
        "a small thing without a source",
        *(PLAN, 'sources = ["one"]', "sources = []"),
        *("sources = []", "small.0.sources", "names no source"),
    ),
)

ONLY_CHECKED_TIPS = tuple(slip for slip in TIPS_SLIPS if NO_SUCH in slip.new)
"""What sources there are is looked up by the check of content alone."""
