"""Mistakes that somebody who writes about packs, or about "new or worse", can make."""

from tests.content.slips import CHECKLIST, NO_SUCH, Slip

PACKS = "packs.toml"


def _new_line(name: str) -> str:
    return f'[[new_or_worse.line]]\nid = "new_{name}"\nask = "."\nfind_out = "."\ncovers = []\n'


NEW_OR_WORSE = (
    Slip(
        "a page of what is new without its title",
        *(CHECKLIST, 'title = "New or worse"\n', ""),
        *("[new_or_worse]", "new_or_worse.title", "required"),
    ),
    Slip(
        "new since nobody knows when",
        *(CHECKLIST, "Since {when}: is", "Is"),
        *('ask = "Is any of these new?"', "new_or_worse.ask", "{when}"),
    ),
    Slip(
        "a time that cannot be written as it says",
        *(CHECKLIST, "Since {when}: is", "Since {when:d}: is"),
        *("{when:d}", "new_or_worse.ask", "{when}"),
    ),
    Slip(
        "a placeholder that stands for nothing on the page of what is new",
        *(CHECKLIST, "Since {when}: is", "Since {when}, {name}: is"),
        *("{name}", "new_or_worse.ask", "{when}"),
    ),
    Slip(
        "a line of what is new of too many letters",
        *(CHECKLIST, "Newly numb", "a" * 101),
        *('ask = "aaa', "new_or_worse.line.0.ask", "100"),
    ),
    Slip(
        "a line of what is new that covers what no sign covers",
        *(CHECKLIST, 'covers = ["hot"]', 'covers = ["hto"]'),
        *('covers = ["hto"]', "new_or_worse.line.1.covers", "hto"),
    ),
    Slip(
        "a line of what is new that applies with what no sign covers",
        *(CHECKLIST, 'applies_facts = ["sick"]', 'applies_facts = ["sikc"]'),
        *('applies_facts = ["sikc"]', "new_or_worse.line.1.applies_facts", "sikc"),
    ),
    Slip(
        "a fact that is new on two lines",
        *(CHECKLIST, 'covers = ["hot"]', 'covers = ["hot", "numb"]'),
        *('["hot", "numb"]', "new_or_worse.line.1.covers", "twice"),
    ),
    Slip(
        "an emergency that nobody asks about as new",
        *(CHECKLIST, 'again."\ncovers = ["numb"]', 'again."\ncovers = []'),
        *("[new_or_worse]", "new_or_worse.line", "'numb', which is an emergency"),
    ),
    Slip(
        "more lines of what is new than there are digits",
        *(
            CHECKLIST,
            '[[new_or_worse.line]]\nid = "new_hot"',
            "".join(map(_new_line, "abcdefgh")) + '[[new_or_worse.line]]\nid = "new_hot"',
        ),
        *("[new_or_worse]", "new_or_worse", "more than 9 lines"),
    ),
)


def _condition(name: str) -> str:
    return (
        f'[[condition]]\nid = "{name}"\nasked = "once"\npacks = ["cold"]\nask = "."\n'
        'find_out = "."\nbecause = "."\nanswer = "ask"\nsources = ["one"]\n\n'
    )


NUMBERS = (
    Slip(
        "a number of the timer that says otherwise",
        *(PACKS, "value = 20", "value = 30"),
        *("value = 30", "number.2.value", "goes by 20"),
    ),
    Slip(
        "a rest that says otherwise",
        *(PACKS, "value = 120", "value = 60"),
        *("value = 60", "number.4.value", "goes by 120"),
    ),
    Slip(
        "a number that the timer does not have",
        *(PACKS, 'id = "alarm_seconds"', 'id = "snooze_seconds"'),
        *('id = "snooze_seconds"', "number.12.id", "no number 'snooze_seconds'"),
    ),
    Slip(
        "a number of the timer that nobody tells",
        *(PACKS, 'id = "alarm_seconds"', 'id = "snooze_seconds"'),
        *("", "number", "does not tell 'alarm_seconds'"),
    ),
    Slip(
        "a number of the timer that stands twice",
        *(PACKS, 'id = "heat_default_minutes"', 'id = "cold_default_minutes"'),
        *('id = "cold_default_minutes"', "number.1.id", "second time"),
        after='because = "So says cold_default_minutes."',
    ),
    Slip(
        "a number of the timer in words",
        *(PACKS, "value = 20", 'value = "20"'),
        *('value = "20"', "number.2.value", "integer"),
    ),
    Slip(
        "a number of the timer with an unknown source",
        *(PACKS, 'alarm_seconds."\nsources = ["two"]', f'alarm."\nsources = [{NO_SUCH}]'),
        *(NO_SUCH, "number.12.sources", "no-such-page"),
    ),
    Slip(
        "a number of the timer with no source",
        *(PACKS, 'alarm_seconds."\nsources = ["two"]', 'alarm."\nsources = []'),
        *("sources = []", "number.12.sources", "names no source"),
    ),
)

CONDITIONS = (
    Slip(
        "a condition that stands twice",
        *(PACKS, 'id = "sore"', 'id = "frail"'),
        *('id = "frail"', "condition.1.id", "frail"),
        after='ask = "Frail skin"',
    ),
    Slip(
        "a condition with the id of a sign",
        *(PACKS, 'id = "sore"', 'id = "numb"'),
        *('id = "numb"', "condition.1.id", "numb"),
    ),
    Slip(
        "a condition of too many letters",
        *(PACKS, "Frail skin", "a" * 101),
        *('ask = "aaa', "condition.0.ask", "100"),
    ),
    Slip(
        "something lasting that is to pass",
        *(PACKS, 'answer = "ask"', 'answer = "not_now"'),
        *('answer = "not_now"', "condition.0.answer", "does not pass"),
    ),
    Slip(
        "an answer that the timer does not know",
        *(PACKS, 'answer = "not_now"', 'answer = "maybe"'),
        *('answer = "maybe"', "condition.1.answer"),
    ),
    Slip(
        "a pack of a kind that is none",
        *(PACKS, 'packs = ["cold", "heat"]', 'packs = ["cold", "warm"]'),
        *('"warm"', "condition.0.packs.1"),
    ),
    Slip(
        "a kind of pack before which nothing lasting is asked",
        *(PACKS, 'packs = ["cold", "heat"]', 'packs = ["cold"]'),
        *("", "condition", "heat, once: 0 lines"),
    ),
    Slip(
        "more conditions on a page than there are digits",
        *(PACKS, "[[condition]]", "".join(map(_condition, "abcdefghi")) + "[[condition]]"),
        *("", "condition", "cold, once: 10 lines"),
    ),
    Slip(
        "a condition with an unknown source",
        *(PACKS, 'answer = "ask"\nsources = ["one"]', f'answer = "ask"\nsources = [{NO_SUCH}]'),
        *(NO_SUCH, "condition.0.sources", "no-such-page"),
    ),
)

TEXTS = (
    Slip(
        "a kind of pack that is missing",
        *(PACKS, 'id = "heat"\nname', 'id = "cold"\nname'),
        *("", "pack", "there is no 'heat'"),
    ),
    Slip(
        "a kind of pack that stands twice",
        *(PACKS, 'id = "heat"\nname', 'id = "cold"\nname'),
        *('id = "cold"', "pack.1.id", "second time"),
        after='choose = "Some like cold."',
    ),
    Slip(
        "a pack that says never to nothing",
        *(PACKS, 'never = ["Never asleep."]', "never = []"),
        *("never = []", "pack.0.never", "empty"),
    ),
    Slip(
        "a pack with an unknown source",
        *(PACKS, 'knows."]\nsources = ["one"]', f'knows."]\nsources = [{NO_SUCH}]'),
        *(NO_SUCH, "pack.0.sources", "no-such-page"),
    ),
    Slip(
        "a card of packs with an unknown source",
        *(PACKS, 'act = ["Do skin."]\nsources = ["two"]', f'act = ["."]\nsources = [{NO_SUCH}]'),
        *(NO_SUCH, "card.skin.sources", "no-such-page"),
    ),
    Slip(
        "a card of packs that is missing",
        *(PACKS, "[card.never]", "[card.nevermore]"),
        *("", "card.never", "required"),
    ),
    Slip(
        "words about packs that nobody asks for",
        *(PACKS, 'pain_ask = "How bad?"', 'pain_ask = "How bad?"\nsnooze = "No."'),
        *('snooze = "No."', "snooze"),
    ),
)

PACK_SLIPS = (*NUMBERS, *CONDITIONS, *TEXTS)
ONLY_CHECKED = {slip for slip in PACK_SLIPS if NO_SUCH in slip.new or "of a sign" in slip.name}
"""What needs other files to be seen: `content check` tells it, not every start."""
