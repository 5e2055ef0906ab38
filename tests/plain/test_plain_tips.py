"""Tips and the plan of a day, line by line."""

from collections.abc import Callable
from contextlib import suppress
from io import StringIO

import pytest
from tests.journeys.houses import CATALOGUE, fill_disk
from tests.plain.talking import WORDS, Talk, lines_of
from tests.seeds import say, tick

from unspasm.domain.entries import About
from unspasm.domain.tips import Tip
from unspasm.journeys.house import House
from unspasm.journeys.tips import TipsJourney
from unspasm.plain.lines import EndOfInputError, Lines
from unspasm.plain.tips import PlainTips

LIBRARY, TIPS, PLAIN = CATALOGUE.tips, WORDS.tips, WORDS.plain
FIRST = LIBRARY.topics[0]
TIP = next(one for one in FIRST.tips if one.related and one.differs and not one.check)
AT = str(FIRST.tips.index(TIP) + 1)
SIGN = next(one for one in LIBRARY.tips.values() if one.check)


def run_of(house: House) -> TipsJourney:
    """The same tips, without a face."""
    return TipsJourney(house, WORDS.tips)


def title(tip: Tip) -> str:
    """A tip in a list."""
    return f"{tip.title} ({TIPS.check_now_plain})" if tip.check else tip.title


def numbered(number: int, words: str) -> str:
    return PLAIN.numbered.format(number=number, words=words)


def test_a_topic_and_a_tip_are_reached_by_number(talk: Talk) -> None:
    said = lines_of(talk.app("7", "1", AT, "", "", "", "q"))

    for number, topic in enumerate(LIBRARY.topics, start=1):
        assert numbered(number, f"{topic.title}: {topic.about}") in said
    for number, tip in enumerate(FIRST.tips, start=1):
        assert numbered(number, title(tip)) in said
    for line in (TIP.lead, *TIP.lines, TIPS.evidence.format(words=TIP.differs)):
        assert line in said


def test_words_find_what_the_screen_finds_best_first(talk: Talk) -> None:
    said = lines_of(talk.app("7", "numb legs", "", "", "q"))

    found = run_of(talk.house).find("numb legs")
    assert TIPS.found.format(count=len(found)) in said
    at = said.index(numbered(1, title(found[0])))
    assert [numbered(n, title(tip)) for n, tip in enumerate(found, 1)] == said[at : at + len(found)]


def test_nothing_found_is_said_and_the_topics_come_again(talk: Talk) -> None:
    said = lines_of(talk.app("7", "zzzzz", "", "q"))

    assert TIPS.found_none in said
    assert 2 == said.count(TIPS.plain_topics)


def test_other_words_may_be_typed_over_a_list(talk: Talk) -> None:
    said = lines_of(talk.app("7", "numb legs", "foam roller", "1", "", "", "", "q"))

    assert LIBRARY.tips["foam-roller"].lead in said


def test_a_warning_sign_says_first_that_it_can_be_checked_now(talk: Talk) -> None:
    said = lines_of(talk.app("7", SIGN.title, "1", "", "", "", "q"))

    assert said[said.index(SIGN.lead) - 1] == TIPS.check_first_plain


def test_a_tip_leads_on_by_number_and_back_by_enter(talk: Talk) -> None:
    said = lines_of(talk.app("7", "1", AT, "1", "", "", "", "", "q"))

    other = LIBRARY.related(TIP)[0]
    assert said.index(TIP.lead) < said.index(other.lead)
    assert 2 == said.count(TIP.lead)


def test_i_says_who_says_so(talk: Talk) -> None:
    said = talk.app("7", "1", AT, "i", "", "", "", "q")

    assert CATALOGUE.sources[TIP.sources[0]].title in said
    assert 1 == lines_of(said).count(TIP.lead)


def test_the_tip_of_today_is_named_on_home_and_opens(talk: Talk) -> None:
    today = run_of(talk.house).today
    assert today
    said = lines_of(talk.app("7", "t", "", "", "q"))

    assert f"7  {TIPS.home}: {TIPS.home_today.format(title=today.title)}" in said
    assert today.lead in said


@pytest.mark.parametrize(
    "before", [(), ("1",), ("1", AT), ("numb legs",), ("p",), ("p", "t1")], ids=" ".join
)
def test_worse_leads_to_the_check_from_everywhere(talk: Talk, before: tuple[str, ...]) -> None:
    said = talk.app("7", *before, "!", "q", "q")

    assert CATALOGUE.rules.steps[0].ask in said
    assert PLAIN.left in said


@pytest.mark.parametrize("typed", ["99", "0"])
def test_a_number_that_there_is_not_is_not_understood(talk: Talk, typed: str) -> None:
    said = talk.app("7", typed, "1", typed, AT, typed, "", "", "p", typed, "", "", "q")

    assert said.count(PLAIN.not_understood.format(text=typed)) >= 3


# --- the plan -------------------------------------------------------------------------------------


def test_small_things_are_ticked_by_numbers_and_taken_back(talk: Talk) -> None:
    smalls = run_of(talk.house).plan.smalls
    said = lines_of(talk.app("7", "p", "1 3", "3", "", "", "q"))

    assert {smalls[0].id} == run_of(talk.house).plan.done
    done = TIPS.plan_done_plain.format(words=smalls[2].do)
    assert numbered(3, f"{done}. {smalls[2].why}") in said
    assert TIPS.plan_days.format(days=1) in said


def test_a_small_thing_says_more(talk: Talk) -> None:
    small = run_of(talk.house).plan.smalls[1]
    said = lines_of(talk.app("7", "p", "t2", "", "", "", "q"))

    assert LIBRARY.tips[small.tip].lead in said
    assert frozenset() == run_of(talk.house).plan.done


def test_what_cannot_be_kept_is_told(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_disk(talk.house, monkeypatch)
    said = lines_of(talk.app("7", "p", "1", "", "", "q"))

    assert WORDS.card.nothing_kept in said


# --- a card comes first ---------------------------------------------------------------------------


def in_emergency(house: House) -> None:
    tick(house, "saddle")


def under_16(house: House) -> None:
    say(house, About(year_of_birth=2014, said_in=2026))


@pytest.mark.parametrize(
    ("seed", "before", "says"),
    [(in_emergency, ("1", ""), TIPS.refused), (under_16, (), TIPS.refused_under_16)],
)
def test_there_is_no_reading_before_a_card(
    talk: Talk, seed: Callable[[House], None], before: tuple[str, ...], says: str
) -> None:
    seed(talk.house)
    said = lines_of(talk.app(*before, "7", *(["q"] if before else []), "q"))

    assert f"7  {TIPS.home}: {TIPS.home_waits}" in said
    assert says in said
    assert TIPS.plain_topics not in said


class Meanwhile(StringIO):
    """Somebody who types, while another copy finds an emergency before the last line."""

    def __init__(self, house: House, *typed: str) -> None:
        super().__init__("".join(f"{line}\n" for line in typed))
        self._house, self._left = house, len(typed)

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override] # as StringIO has it
        """Return the next line; the last one comes too late."""
        self._left -= 1
        if self._left == 0:
            in_emergency(self._house)
        return super().readline(-1 if size is None else size)


@pytest.mark.parametrize(
    "typed",
    [("1",), ("1", AT), ("1", AT, "1"), ("p", "t1"), ("p", "1"), ("numb legs", "1")],
    ids=str,
)
def test_what_another_copy_ticks_ends_the_reading_at_the_next_line(
    house: House, typed: tuple[str, ...]
) -> None:
    source, target = Meanwhile(house, *typed), StringIO()
    tips = PlainTips(house, WORDS, Lines(source, target), lambda: None)
    with suppress(EndOfInputError):
        tips.ask()

    said = target.getvalue()
    refused = said.index(TIPS.refused)
    last = said[said.rindex("> ", 0, refused) : refused]
    assert PLAIN.heading.format(words=TIPS.refused_heading) == last.removeprefix("> ").strip()
