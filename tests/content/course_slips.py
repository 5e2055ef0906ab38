"""Mistakes that can be made in the steps over the record."""

from tests.content.slips import COURSE, Slip

COURSE_SLIPS = (
    Slip(
        "a step with an unknown source",
        *(
            COURSE,
            'say = "{times} times."\nsources = ["two"]',
            'say = "."\nsources = ["none-such"]',
        ),
        *('["none-such"]', "step.4.sources", "none-such"),
    ),
    Slip(
        "two steps of one name",
        *(COURSE, 'id = "no_better"', 'id = "too_long"'),
        *('id = "too_long"', "step.1.id", "second time"),
        after='trends = ["unknown", "worsening"]',
    ),
    Slip(
        "a step named like a rule",
        *(COURSE, 'id = "too_long"', 'id = "over_a_week"'),
        *('id = "over_a_week"', "step.0.id", "rule already"),
        after='because = "More than a month."',
    ),
    Slip(
        "an unknown thing to look at",
        *(COURSE, 'when = "again"', 'when = "often"'),
        *('when = "often"', "step.4.when"),
    ),
    Slip(
        "a step of each kind but one",
        *(COURSE, 'when = "worse"', 'when = "unhelped"\nwhat = ["heat"]'),
        *("reviewed", "step", "'worse'"),
    ),
    Slip(
        "a step that is an emergency",
        *(COURSE, 'when = "worse"\nurgency = "soon"', 'when = "worse"\nurgency = "emergency"'),
        *('urgency = "emergency"', "step.2.urgency", "only a sign"),
    ),
    Slip(
        "a step that is worth nothing",
        *(COURSE, 'when = "worse"\nurgency = "soon"', 'when = "worse"\nurgency = "self_care"'),
        *('urgency = "self_care"', "step.2.urgency", "only a sign"),
    ),
    Slip(
        "a missing number",
        *(COURSE, "within_days = 90\n", ""),
        *("[[step]]", "step.4", "'within_days'"),
        after='id = "strong"',
    ),
    Slip(
        "a number that nothing looks at",
        *(COURSE, 'when = "worse"', 'when = "worse"\ntimes = 2'),
        *("times = 2", "step.2.times", "does not look at it"),
    ),
    Slip(
        "a number below one",
        *(COURSE, "times = 4", "times = 0"),
        *("times = 0", "step.4.times", "1 or more"),
    ),
    Slip(
        "pain that nobody can name",
        *(COURSE, "pain_from = 8", "pain_from = 11"),
        *("pain_from = 11", "step.3.pain_from", "1 to 10"),
    ),
    Slip(
        "a number that the words do not have",
        *(COURSE, 'because = "{times} times."', 'because = "{days} times."'),
        *('because = "{days} times."', "step.4.because", "knows no {days}"),
    ),
    Slip(
        "a number with a format",
        *(COURSE, 'say = "{times} times."', 'say = "{times:>9} times."'),
        *('say = "{times:>9} times."', "step.4.say", "knows no {times}"),
    ),
    Slip(
        "half a placeholder",
        *(COURSE, 'say = "{times} times."', 'say = "{times times."'),
        *('say = "{times times."', "step.4.say", "expected"),
    ),
    Slip(
        "a fact that no sign covers",
        *(COURSE, 'facts = ["nerves", "sick"]', 'facts = ["nerves", "sikc"]'),
        *('facts = ["nerves", "sikc"]', "step.6.facts", "sikc"),
    ),
    Slip(
        "something that cannot be tried",
        *(COURSE, 'what = ["prescribed", "cold"]', 'what = ["prescribed", "magic"]'),
        *('what = ["prescribed", "magic"]', "step.7.what.1"),
    ),
)
