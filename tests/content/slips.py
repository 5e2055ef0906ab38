"""Mistakes that somebody who writes content can make, each with where and what must be told."""

from dataclasses import dataclass

CHECKLIST, COURSE, CARE = "checklist.toml", "course.toml", "care.toml"
NUMBERS, SOURCES = "emergency_numbers.toml", "sources.toml"


@dataclass(frozen=True)
class Slip:
    """One mistake: what is put in the place of what, and where it must be told."""

    name: str
    file: str
    old: str
    new: str
    line: str
    """Words on the line that must be told, from the line with `after` on."""
    key: str
    what: str = ""
    """Part of what must be said."""
    after: str = ""


NO_SUCH = '"no-such-page"'
NUMB_ID = 'id = "numb"\nask'
LIFTED = 'covers = ["lifted"]'

ANY_FILE = (
    Slip(
        "an unknown key",
        *(CHECKLIST, NUMB_ID, 'id = "numb"\ncolour = "red"\nask'),
        *('colour = "red"', "page.0.sign.0.colour"),
    ),
    Slip(
        "a number for words",
        *(CHECKLIST, 'ask = "Numb"', "ask = 3"),
        *("ask = 3", "page.0.sign.0.ask", "string"),
    ),
    Slip(
        "words for a number",
        *(CHECKLIST, "with_pain = 7", 'with_pain = "7"'),
        *("with_pain", "raise.1.with_pain", "integer"),
    ),
    Slip(
        "a boolean for a number",
        *(CHECKLIST, "with_pain = 7", "with_pain = true"),
        *("with_pain", "raise.1.with_pain", "integer"),
    ),
    Slip(
        "a fraction for a whole number",
        *(CHECKLIST, "with_age = 65", "with_age = 65.5"),
        *("with_age", "raise.1.with_age", "integer"),
    ),
    Slip(
        "a number out of range",
        *(CHECKLIST, "with_pain = 7", "with_pain = 11"),
        *("with_pain", "raise.1.with_pain", "10"),
    ),
    Slip(
        "a boolean for a number of days",
        *(COURSE, "days_over = 30", "days_over = true"),
        *("days_over = true", "rule.1.days_over", "number"),
    ),
    Slip(
        "a missing key",
        *(CHECKLIST, 'because = "You are sick."\n', ""),
        *("[[page.sign]]", "page.1.sign.0.because"),
        after='title = "Second"',
    ),
    Slip(
        "an unknown word",
        *(CHECKLIST, 'call = "poisons"', 'call = "doctor"'),
        *('call = "doctor"', "page.0.sign.1.call"),
    ),
    Slip(
        "an unknown urgency",
        *(COURSE, 'urgency = "soon"', 'urgency = "later"'),
        *('urgency = "later"', "rule.1.urgency"),
    ),
    Slip(
        "no words at all",
        *(CHECKLIST, 'say = "I am sick."', 'say = ""'),
        *('say = ""', "page.1.sign.0.say"),
    ),
    Slip(
        "a time for a day",
        *(CHECKLIST, "reviewed = 2026-01-04", "reviewed = 2026-01-04T10:00:00"),
        *("reviewed", "reviewed"),
    ),
    Slip(
        "an id that is not spelled like one",
        *(CHECKLIST, 'id = "sick"', 'id = "Sick day"'),
        *('id = "Sick day"', "page.1.sign.0.id"),
    ),
)

UNKNOWN_SOURCES = (
    Slip(
        "a sign with an unknown source",
        *(CHECKLIST, 'say = "I am numb."\nsources = ["one"]', f'say = "."\nsources = [{NO_SUCH}]'),
        *(NO_SUCH, "page.0.sign.0.sources", "no-such-page"),
    ),
    Slip(
        "an option with an unknown source",
        *(CHECKLIST, 'say = "I fell."\nsources = ["one"]', f'say = "."\nsources = [{NO_SUCH}]'),
        *(NO_SUCH, "question.1.option.1.sources", "no-such-page"),
    ),
    Slip(
        "a raise with an unknown source",
        *(
            CHECKLIST,
            'because = "Both."\nsources = ["one"]',
            f'because = "."\nsources = [{NO_SUCH}]',
        ),
        *(NO_SUCH, "raise.0.sources", "no-such-page"),
    ),
    Slip(
        "under 16 with an unknown source",
        *(
            CHECKLIST,
            'say = "I am under 16."\nsources = ["one", ',
            f'say = "."\nsources = [{NO_SUCH}, ',
        ),
        *(NO_SUCH, "under_16.sources", "no-such-page"),
    ),
    Slip(
        "a rule over time with an unknown source",
        *(COURSE, 'month."\nsources = ["two"]', f'month."\nsources = [{NO_SUCH}]'),
        *(NO_SUCH, "rule.1.sources", "no-such-page"),
    ),
    Slip(
        "a question of the course with an unknown source",
        *(COURSE, 'back."\nsources = ["two"]', f'back."\nsources = [{NO_SUCH}]'),
        *(NO_SUCH, "question.2.option.2.sources", "no-such-page"),
    ),
    Slip(
        "a card with an unknown source",
        *(CARE, 'after emergency."\nsources = ["one"]', f'."\nsources = [{NO_SUCH}]'),
        *(NO_SUCH, "card.0.sources", "no-such-page"),
    ),
    Slip(
        "a call with an unknown source",
        *(CARE, 'sources = ["two"]', f"sources = [{NO_SUCH}]"),
        *(NO_SUCH, "call.0.sources", "no-such-page"),
    ),
    Slip(
        "a country with an unknown source",
        *(NUMBERS, 'sources = ["one", "two"]', f"sources = [{NO_SUCH}]"),
        *(NO_SUCH, "country.1.sources", "no-such-page"),
    ),
    Slip(
        "all countries with an unknown source",
        *(NUMBERS, 'sources = ["one"]', f"sources = [{NO_SUCH}]"),
        *(NO_SUCH, "sources", "no-such-page"),
    ),
    Slip(
        "a source that stands twice",
        *(SOURCES, 'id = "two"', 'id = "one"'),
        *('id = "one"', "source.1.id", "one"),
        after='where = "somewhere"',
    ),
)

FACTS_AND_STEPS = (
    Slip(
        "a sign with no source",
        *(CHECKLIST, 'say = "I am sick."\nsources = ["two"]', 'say = "."\nsources = []'),
        *("sources = []", "page.1.sign.0.sources"),
    ),
    Slip(
        "a fact covered twice",
        *(CHECKLIST, 'covers = ["sick", "hot"]', 'covers = ["sick", "hot", "numb"]'),
        *('"hot", "numb"', "page.1.sign.0.covers", "numb"),
    ),
    Slip(
        "an option that covers what a sign covers",
        *(CHECKLIST, LIFTED, 'covers = ["lifted", "weak"]'),
        *('"lifted", "weak"', "question.1.option.2.covers", "weak"),
    ),
    Slip(
        "a raise of a fact that no sign covers",
        *(CHECKLIST, 'facts = ["hot"]', 'facts = ["hto"]'),
        *('facts = ["hto"]', "raise.0.facts", "hto"),
    ),
    Slip(
        "a companion that no sign covers",
        *(CHECKLIST, 'with = ["sick"]', 'with = ["sikc"]'),
        *('with = ["sikc"]', "raise.1.with", "sikc"),
    ),
    Slip(
        "a group with a fact that no sign covers",
        *(CHECKLIST, '    "numb", "weak",', '    "numb", "waek",'),
        *("facts = [", "group.0.facts", "waek"),
        after='id = "nerves"',
    ),
    Slip(
        "a page that applies to a fact that no sign covers",
        *(CHECKLIST, '["weak", "numb"] }', '["waek", "numb"] }'),
        *('["waek", ', "page.1.applies", "waek"),
    ),
    Slip(
        "a question that applies to a fact that no sign covers",
        *(CHECKLIST, 'facts = ["sick"] }', 'facts = ["sikc"] }'),
        *('["sikc"]', "question.1.applies", "sikc"),
    ),
    Slip(
        "a raise that never holds",
        *(CHECKLIST, 'with = ["sick"]\nwith_pain = 7\nwith_age = 65\n', ""),
        *("[[raise]]", "raise.1", "never holds"),
        after='because = "Both."',
    ),
    Slip(
        "a raise that stands twice",
        *(CHECKLIST, 'id = "fell_and_old"', 'id = "hot_and_weak"'),
        *('id = "hot_and_weak"', "raise.1.id", "hot_and_weak"),
        after='because = "Both."',
    ),
    Slip(
        "a sign that stands twice",
        *(CHECKLIST, 'id = "sick"', 'id = "numb"'),
        *('id = "numb"', "page.1.sign.0.id", "numb"),
        after='title = "Second"',
    ),
    Slip(
        "a page that is never asked",
        *(CHECKLIST, '    "second", "set_off",', '    "set_off",'),
        *("steps = [", "steps", "'second'"),
    ),
    Slip(
        "a step that is not there",
        *(CHECKLIST, '    "second", "set_off",', '    "second", "set_off", "third",'),
        *("steps = [", "steps", "'third'"),
    ),
    Slip(
        "a step that stands twice",
        *(CHECKLIST, '    "second", "set_off",', '    "second", "set_off", "second",'),
        *("steps = [", "steps", "twice"),
    ),
    Slip(
        "a number that rules rest on and nobody asks",
        *(CHECKLIST, '"days", "pain", "trend"', '"days", "trend"'),
        *("steps = [", "steps", "'pain'"),
    ),
)

LOCKS = (
    Slip(
        "an emergency that does not lock all",
        *(CHECKLIST, 'locks = "all"\nfind_out', 'locks = "sessions"\nfind_out'),
        *('locks = "sessions"', "page.0.sign.0.locks", "emergency"),
    ),
    Slip(
        "a raise to an emergency that does not lock all",
        *(CHECKLIST, 'locks = "all"\nbecause = "Both."', 'locks = "floor"\nbecause = "Both."'),
        *('locks = "floor"', "raise.0.locks", "emergency"),
    ),
    Slip(
        "a same-day sign that locks nothing",
        *(CHECKLIST, 'locks = "sessions"\ncall', 'locks = "nothing"\ncall'),
        *('locks = "nothing"', "page.0.sign.1.locks", "same-day"),
    ),
    Slip(
        "a raise to same-day that locks nothing",
        *(CHECKLIST, 'locks = "floor"', 'locks = "nothing"'),
        *('locks = "nothing"', "raise.1.locks", "same-day"),
        after='to = "same_day"',
    ),
    Slip(
        "a sign that is soon and locks something",
        *(CHECKLIST, 'locks = "nothing"\nfind_out', 'locks = "floor"\nfind_out'),
        *('locks = "floor"', "page.1.sign.0.locks", "soon"),
    ),
    Slip(
        "another age than 16",
        *(CHECKLIST, "age_below = 16", "age_below = 12"),
        *("age_below = 12", "under_16.age_below", "16"),
    ),
)

LENGTHS_AND_QUESTIONS = (
    Slip(
        "a sign of too many words",
        *(CHECKLIST, 'ask = "Sick"', 'ask = "a b c d e f g h i j k l m n o"'),
        *('ask = "a b c', "page.1.sign.0.ask", "14 words"),
    ),
    Slip(
        "a sign of too many letters",
        *(CHECKLIST, 'ask = "Sick"', f'ask = "{"a" * 101}"'),
        *('ask = "aaa', "page.1.sign.0.ask", "100"),
    ),
    Slip(
        "a number without a highest",
        *(COURSE, "highest = 10\n", ""),
        *("[[question]]", "question.1", "highest"),
        after="fractions = true",
    ),
    Slip(
        "a choice of nothing",
        *(CHECKLIST, 'kind = "number"', 'kind = "choice"'),
        *("[[question]]", "question.0", "option"),
    ),
    Slip(
        "an option that covers something and is worth nothing",
        *(CHECKLIST, f'{LIFTED}\nurgency = "self_care"', LIFTED),
        *("[[question.option]]", "question.1.option.2", "urgency"),
        after='say = "I fell."',
    ),
    Slip(
        "an option that is worth something and covers nothing",
        *(CHECKLIST, f"{LIFTED}\n", ""),
        *("[[question.option]]", "question.1.option.2", "covers"),
        after='say = "I fell."',
    ),
)

CARDS_AND_NUMBERS = (
    Slip(
        "a card that stands twice",
        *(CARE, 'id = "under_16"', 'id = "soon"'),
        *('id = "soon"', "card.5.id", "soon"),
        after='id = "self_care"',
    ),
    Slip(
        "a card that is missing",
        *(CARE, 'id = "under_16"', 'id = "soon"'),
        *("", "card", "under_16"),
    ),
    Slip(
        "a call that is missing",
        *(CARE, 'id = "crisis"', 'id = "poisons"'),
        *("", "call", "crisis"),
    ),
    Slip(
        "a card with one line too few of when to call",
        *(CARE, '    "six",\n', ""),
        *("call_now_if = [", "card.1.call_now_if", "6"),
    ),
    Slip(
        "an emergency card with a list of when to call",
        *(CARE, 'seen_anyway = "You may."', 'call_now_if = ["now"]\nseen_anyway = "You may."'),
        *("call_now_if", "card.0.call_now_if", "0"),
    ),
    Slip(
        "a placeholder that stands for nothing",
        *(CARE, "Call {call} about emergency", "Call {number} about emergency"),
        *("act = [", "card.0.act", "{number}"),
    ),
    Slip(
        "a placeholder of a call that stands for nothing",
        *(CARE, "Your crisis: {number}", "Your crisis: {call}"),
        *("Your crisis: {call}", "call.2.own", "{call}"),
    ),
    Slip(
        "a shared placeholder that stands for nothing",
        *(CARE, "Text {number}", "Text {numbr}"),
        *("Text {numbr}", "shared.by_text", "{numbr}"),
    ),
    Slip(
        "a brace that is never closed",
        *(CARE, "Call {call} about emergency", "Call {call about emergency"),
        *("act = [", "card.0.act"),
    ),
    Slip(
        "shared words that nobody asks for",
        *(CARE, "number_or = ", 'hello = "Hello"\nnumber_or = '),
        *('hello = "Hello"', "shared.hello", "unknown"),
    ),
    Slip(
        "shared words that are missing",
        *(CARE, 'say_plain = "Plainly."\n', ""),
        *("[shared]", "shared", "say_plain"),
    ),
    Slip(
        "a number to dial that is no text",
        *(NUMBERS, '["000", "112"]', '[999, "112"]'),
        *('[999, "112"]', "country.1.ambulance.0", "string"),
    ),
    Slip(
        "a country without a proper code",
        *(NUMBERS, 'code = "BB"', 'code = "Beeland"'),
        *('code = "Beeland"', "country.1.code"),
    ),
)

HARD_TO_SEE = (
    Slip(
        "an option with the id of a sign, so that the sign is lost",
        *(CHECKLIST, 'id = "fell"', 'id = "numb"'),
        *('id = "numb"', "question.1.option.1.id", "numb"),
        after='words = "Nothing"',
    ),
    Slip(
        "an option that stands twice",
        *(CHECKLIST, 'id = "lifted"', 'id = "fell"'),
        *('id = "fell"', "question.1.option.2.id", "fell"),
        after='say = "I fell."',
    ),
    Slip(
        "a raise with the id of a sign, so that one settles the other",
        *(CHECKLIST, 'id = "hot_and_weak"', 'id = "weak"'),
        *('id = "weak"', "raise.0.id", "weak"),
        after="[[raise]]",
    ),
    Slip(
        "a rule over time with the id of a sign",
        *(COURSE, 'id = "over_a_month"', 'id = "weak"'),
        *('id = "weak"', "rule.1.id", "weak"),
    ),
    Slip(
        "a sign that covers nothing",
        *(CHECKLIST, 'covers = ["sick", "hot"]', "covers = []"),
        *("covers = []", "page.1.sign.0.covers"),
    ),
    Slip(
        "an option that is an emergency and locks nothing",
        *(CHECKLIST, f'{LIFTED}\nurgency = "self_care"', f'{LIFTED}\nurgency = "emergency"'),
        *("locks = ", "question.1.option.2.locks", "emergency"),
        after=LIFTED,
    ),
    Slip(
        "a rule over time that is an emergency, which can lock nothing",
        *(COURSE, 'urgency = "soon"', 'urgency = "emergency"'),
        *('urgency = "emergency"', "rule.1.urgency"),
    ),
    Slip(
        "under 16 without a lock",
        *(CHECKLIST, 'urgency = "soon"\nlocks = "all"', 'urgency = "soon"\nlocks = "nothing"'),
        *('locks = "nothing"', "under_16.locks", "all"),
    ),
    Slip(
        "a placeholder in a line that is never filled in",
        *(CARE, "Rest with emergency.", "Rest, and call {call}."),
        *("meanwhile = [", "card.0.meanwhile", "{call}"),
    ),
    Slip(
        "a placeholder that cannot be written as it says",
        *(CARE, "Call {call} about emergency", "Call {call:d} about emergency"),
        *("act = [", "card.0.act", "{call"),
    ),
    Slip(
        "a question of the course that applies to a fact that no sign covers",
        *(COURSE, 'id = "trend"\n', 'id = "trend"\napplies = { facts = ["sikc"] }\n'),
        *('"sikc"', "question.2.applies", "sikc"),
    ),
    Slip(
        "a number of days that is no number",
        *(COURSE, "days_over = 30", "days_over = nan"),
        *("days_over = nan", "rule.1.days_over"),
    ),
    Slip(
        "a country that stands twice",
        *(NUMBERS, 'code = "BB"', 'code = "AA"'),
        *('code = "AA"', "country.1.code", "AA"),
        after='name = "Aaland"',
    ),
)

SLIPS = (
    *ANY_FILE,
    *UNKNOWN_SOURCES,
    *FACTS_AND_STEPS,
    *LOCKS,
    *LENGTHS_AND_QUESTIONS,
    *CARDS_AND_NUMBERS,
    *HARD_TO_SEE,
)

LAST_FOUND = (
    Slip(
        "a fact covered twice within the course",
        *(COURSE, 'covers = ["came_back"]', 'covers = ["came_back", "came_back"]'),
        *("covers = ", "question.2.option.2.covers", "came_back"),
    ),
    Slip(
        "a fact covered that is said never to be asked",
        *(CHECKLIST, LIFTED, 'covers = ["lifted", "asleep"]'),
        *('"asleep"]', "question.1.option.2.covers", "asleep"),
        after='words = "A lift"',
    ),
    Slip(
        "a lowest above the highest",
        *(COURSE, "lowest = 0\nhighest = 10\n", "lowest = 20\nhighest = 10\n"),
        *("[[question]]", "question.1", "lowest"),
        after="fractions = true",
    ),
)
