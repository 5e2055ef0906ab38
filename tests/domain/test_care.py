"""The care card: what the person is told, with the number, the reasons and the words to say."""

from dataclasses import replace
from datetime import date

import pytest

from unspasm.catalogue import Catalogue
from unspasm.domain.answers import Answers, Trend
from unspasm.domain.assess import Reason, assess
from unspasm.domain.card_words import Agreement, CareWords
from unspasm.domain.care import CareCard, is_stale, write_card
from unspasm.domain.entries import About
from unspasm.domain.rules import Call
from unspasm.domain.urgency import Urgency
from unspasm.domain.whom_to_call import number_to_call

BRITISH = About(country="GB")
NO_COUNTRY = About()


def answers(
    *yes: str, unsure: tuple[str, ...] = (), age: int = 40, days: float | None = 3
) -> Answers:
    """Facts, by somebody of 40 who has had it for three days and gets better."""
    return Answers(age, days, 5, Trend.IMPROVING, frozenset(yes), frozenset(unsure))


def card(
    catalogue: Catalogue,
    given: Answers,
    about: About = NO_COUNTRY,
    today: date | None = None,
    *,
    pack_on: bool = False,
) -> CareCard:
    rules, words = catalogue.rules, catalogue.care
    assessment, day = assess(rules, given), today or words.reviewed
    return write_card(rules, words, given, assessment, about, day, pack_on=pack_on)


def advice(words: CareWords, **changes: str | bool) -> CareWords:
    country = replace(words.countries["GB"], **changes)  # type: ignore[arg-type]
    return replace(words, countries={"GB": country})


def last_act(catalogue: Catalogue, words: CareWords, given: Answers) -> str:
    return card(replace(catalogue, care=words), given, BRITISH).act[-1]


@pytest.fixture(scope="session")
def words(catalogue: Catalogue) -> CareWords:
    """The words of the cards as they ship."""
    return catalogue.care


# --- which card -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "id_", "urgency"),
    [
        (answers(), "self_care", Urgency.SELF_CARE),
        (answers("worried"), "routine", Urgency.ROUTINE),
        (answers("leg_pain_one_below_knee"), "soon", Urgency.SOON),
        (answers("fever"), "same_day", Urgency.SAME_DAY),
        (answers("saddle_numb"), "emergency", Urgency.EMERGENCY),
        (answers(age=15), "under_16", Urgency.SOON),
        (answers("worried", age=12), "under_16", Urgency.SOON),
        (answers("leg_pain_one_below_knee", age=12), "under_16", Urgency.SOON),
        (answers("fever", age=12), "same_day", Urgency.SAME_DAY),
        (answers("saddle_numb", age=12), "emergency", Urgency.EMERGENCY),
    ],
)
def test_the_card_is_that_of_the_urgency(
    catalogue: Catalogue, given: Answers, id_: str, urgency: Urgency
) -> None:
    written = card(catalogue, given)
    words = catalogue.care.cards[id_]

    assert id_ == written.id
    assert urgency is written.urgency
    assert (words.level, words.heading) == (written.level, written.heading)
    assert words.meanwhile == written.meanwhile
    assert words.tonight == written.tonight
    assert words.call_now_if == written.call_now_if
    assert words.seen_anyway == written.seen_anyway
    assert words.check_again == written.check_again


def test_only_the_emergency_card_has_no_list_of_when_to_call(words: CareWords) -> None:
    without = {one.id for one in words.cards.values() if not one.call_now_if}

    assert without == {"emergency"}


@pytest.mark.parametrize("urgency", Urgency)
def test_there_is_a_card_for_every_urgency(words: CareWords, urgency: Urgency) -> None:
    assert urgency.word == words.cards[urgency.word].id


def test_every_card_says_its_level_in_words_of_its_own(words: CareWords) -> None:
    levels = [words.cards[urgency.word].level for urgency in Urgency]

    assert len(levels) == len(set(levels))


# --- a pack that is on ----------------------------------------------------------------------------


def test_in_an_emergency_a_pack_that_is_on_comes_off_right_after_the_number(
    catalogue: Catalogue,
) -> None:
    number, *others = card(catalogue, answers("saddle_numb")).act
    with_pack = card(catalogue, answers("saddle_numb"), pack_on=True).act

    assert (number, catalogue.care.shared.pack_first, *others) == with_pack


def test_short_of_an_emergency_a_card_says_nothing_of_a_pack_that_is_on(
    catalogue: Catalogue,
) -> None:
    assert card(catalogue, answers("fever")) == card(catalogue, answers("fever"), pack_on=True)


# --- which number ---------------------------------------------------------------------------------


def test_the_person_s_own_number_comes_before_any_list(words: CareWords) -> None:
    about = About(country="GB", emergency_number="07700 900123")

    assert number_to_call(words, about) == "07700 900123"


def test_a_number_on_which_lists_agree_is_given_with_a_way_out(words: CareWords) -> None:
    assert number_to_call(words, BRITISH).startswith("999 or 112 (or your local emergency number")


@pytest.mark.parametrize("agreement", [Agreement.AGREE, Agreement.PARTLY])
def test_a_number_that_lists_do_not_contradict_comes_first(
    words: CareWords, agreement: Agreement
) -> None:
    country = replace(words.countries["GB"], agreement=agreement)
    known = replace(words, countries={"GB": country})

    assert number_to_call(known, BRITISH).startswith("999 or 112")


def test_a_number_on_which_lists_differ_is_only_a_perhaps(words: CareWords) -> None:
    country = replace(words.countries["GB"], agreement=Agreement.DIFFER)
    unsure = replace(words, countries={"GB": country})
    number = number_to_call(unsure, BRITISH)

    assert number.startswith("your local emergency number")
    assert "perhaps 999 or 112" in number
    assert "United Kingdom" in number


@pytest.mark.parametrize("about", [NO_COUNTRY, About(country=""), About(country="XX")])
def test_without_a_known_country_no_number_is_made_up(words: CareWords, about: About) -> None:
    assert words.shared.number_generic == number_to_call(words, about)
    assert words.shared.number_generic.startswith("your local emergency number (112, 911 or 999")


def test_a_number_keeps_its_zeros(words: CareWords) -> None:
    assert number_to_call(words, About(country="AU")).startswith("000")


def test_every_country_has_a_number_and_a_name_on_its_card(words: CareWords) -> None:
    for code, country in words.countries.items():
        number = number_to_call(words, About(country=code))

        assert country.ambulance[0] in number, code
        assert "{" not in number, code


def test_what_is_special_about_a_number_is_said_beside_it(catalogue: Catalogue) -> None:
    words = advice(catalogue.care, note="From a mobile dial 112.")
    noted = replace(catalogue, care=words)

    assert "From a mobile dial 112." in card(noted, answers("saddle_numb"), BRITISH).act
    own = replace(BRITISH, emergency_number="5550199")
    assert "From a mobile dial 112." not in card(noted, answers("saddle_numb"), own).act


def test_braces_in_the_person_s_own_number_are_only_text(catalogue: Catalogue) -> None:
    about = About(emergency_number="{call} {0}")

    assert "Call {call} {0}," in card(catalogue, answers("saddle_numb"), about).act[0]


# --- what to do -----------------------------------------------------------------------------------


def test_the_number_stands_in_the_first_line_of_an_emergency(catalogue: Catalogue) -> None:
    written = card(catalogue, answers("saddle_numb"), BRITISH)

    assert written.act[0].startswith("Call 999 or 112")


@pytest.mark.parametrize(
    "given", [answers(), answers("worried"), answers("leg_tingle_numb_one"), answers("fever")]
)
def test_the_number_stands_over_the_list_of_when_to_call(
    catalogue: Catalogue, given: Answers
) -> None:
    written = card(catalogue, given, BRITISH)

    assert written.call_now_if_heading.startswith("Call 999 or 112")
    assert len(written.call_now_if) == 6


@pytest.mark.parametrize(
    ("fact", "call"),
    [
        ("waters_broken", Call.MATERNITY),
        ("too_much_painkiller", Call.POISONS),
        ("suicidal_thoughts", Call.CRISIS),
    ],
)
def test_some_signs_name_whom_to_call(catalogue: Catalogue, fact: str, call: Call) -> None:
    lines = card(catalogue, answers(fact), BRITISH).act
    expected = catalogue.care.calls[call].act.format(call=number_to_call(catalogue.care, BRITISH))

    assert expected in lines
    assert not [line for line in lines if "555" in line]


@pytest.mark.parametrize(
    ("fact", "call"),
    [
        ("waters_broken", Call.MATERNITY),
        ("too_much_painkiller", Call.POISONS),
        ("suicidal_thoughts", Call.CRISIS),
    ],
)
def test_the_person_s_own_number_for_it_follows(
    catalogue: Catalogue, fact: str, call: Call
) -> None:
    about = About(country="GB", numbers={call: "555 0199"})
    lines = card(catalogue, answers(fact), about).act
    named = [number for number, line in enumerate(lines) if "555 0199" in line]

    assert len(named) == 1
    assert lines[named[0] - 1].startswith(catalogue.care.calls[call].act[:10])


def test_a_number_for_something_else_is_left_out(catalogue: Catalogue) -> None:
    about = About(numbers={Call.CRISIS: "555 0199"})

    assert "555" not in " ".join(card(catalogue, answers("waters_broken"), about).act)


def test_whom_to_call_is_named_once_for_several_reasons(catalogue: Catalogue) -> None:
    lines = card(catalogue, answers("waters_broken", "baby_moves_less", "pregnant")).act

    assert len(lines) == len(set(lines))
    assert len([line for line in lines if "maternity unit" in line]) == 1


def test_a_reason_that_nobody_else_answers_for_names_nobody(catalogue: Catalogue) -> None:
    assert catalogue.care.cards["routine"].act == card(catalogue, answers("worried")).act


def test_what_would_make_a_sign_urgent_is_on_every_card_below_emergency(
    catalogue: Catalogue,
) -> None:
    watch = catalogue.rules.signs["pregnant"].watch

    assert watch
    for beside in ((), ("worried",), ("leg_pain_one_below_knee",), ("jaundice",)):
        assert watch in card(catalogue, answers("pregnant", *beside)).act
    assert watch in card(catalogue, answers(unsure=("pregnant",))).act
    assert watch not in card(catalogue, answers("pregnant", "saddle_numb")).act
    assert watch not in card(catalogue, answers("fever")).act


# --- the advice line ------------------------------------------------------------------------------


def test_a_checked_advice_line_is_given_with_its_number(catalogue: Catalogue) -> None:
    words = advice(catalogue.care, advice="Night nurses", advice_number="1450")
    line = last_act(catalogue, words, answers("fever"))

    assert line.startswith("Advice line in United Kingdom: Night nurses, 1450. England")


def test_a_number_that_stands_in_the_name_is_not_said_twice(catalogue: Catalogue) -> None:
    line = last_act(catalogue, catalogue.care, answers("fever"))

    assert line.startswith("Advice line in United Kingdom: NHS 111. England")


def test_a_checked_advice_line_without_one_number_is_given_by_name(catalogue: Catalogue) -> None:
    words = advice(catalogue.care, advice="Night nurses", advice_number="", advice_note="")
    line = last_act(catalogue, words, answers("fever"))

    assert line == "Advice line in United Kingdom: Night nurses."


def test_an_advice_line_that_nobody_checked_is_only_a_perhaps(catalogue: Catalogue) -> None:
    words = advice(catalogue.care, advice_checked=False)
    line = last_act(catalogue, words, answers("fever"))

    assert line.startswith("Perhaps there is an advice line in United Kingdom: NHS 111.")
    assert "could not check" in line


def test_without_an_advice_line_none_is_made_up(catalogue: Catalogue) -> None:
    words = advice(catalogue.care, advice="")

    assert words.cards["same_day"].act[-1] == last_act(catalogue, words, answers("fever"))


def test_an_emergency_offers_no_advice_line(catalogue: Catalogue) -> None:
    assert "NHS 111" not in " ".join(card(catalogue, answers("saddle_numb"), BRITISH).act)


# --- who cannot phone -----------------------------------------------------------------------------


def test_who_cannot_phone_may_send_a_text_where_one_is_read(catalogue: Catalogue) -> None:
    for code, country in catalogue.care.countries.items():
        written = card(catalogue, answers("saddle_numb"), About(country=code)).cannot_phone

        if country.by_text:
            assert written.startswith(f"Text {country.by_text}"), code
        else:
            assert catalogue.care.shared.cannot_phone == written, code


def test_without_a_country_who_cannot_phone_is_told_another_way(catalogue: Catalogue) -> None:
    written = card(catalogue, answers("saddle_numb")).cannot_phone

    assert catalogue.care.shared.cannot_phone == written


# --- why ------------------------------------------------------------------------------------------


def test_everything_that_was_ticked_is_listed_the_most_urgent_first(catalogue: Catalogue) -> None:
    given = answers("worried", "leg_pain_one_below_knee", "saddle_numb", "diabetes")
    signs = catalogue.rules.signs
    expected = [signs[sign].ask for sign in ("saddle", "leg_one", "everyday", "diabetes")]

    assert expected == list(card(catalogue, given).why)


def test_what_was_not_sure_is_marked(catalogue: Catalogue) -> None:
    given = answers("fever", unsure=("worried", "shivering"))
    why = card(catalogue, given).why
    signs, mark = catalogue.rules.signs, catalogue.care.shared.not_sure_mark

    assert why == (signs["fever"].ask, f"{signs['everyday'].ask} {mark}")


def test_what_counts_together_is_told_after_the_ticks(catalogue: Catalogue) -> None:
    given = answers("fever", "leg_tingle_numb_one")
    rules = catalogue.rules
    together = next(rule for rule in rules.raises if rule.id == "fever_and_nerve")

    assert together.because == card(catalogue, given).why[-1]
    assert len(card(catalogue, given).why) == 3


def test_time_and_age_are_told_as_reasons(catalogue: Catalogue) -> None:
    young = card(catalogue, answers(age=15, days=50))

    assert catalogue.rules.under_16.because in young.why
    assert "It has lasted more than six weeks." in young.why


def test_nothing_ticked_gives_no_reason(catalogue: Catalogue) -> None:
    assert card(catalogue, answers()).why == ()


# --- what to say ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, "I have back pain."),
        (0, "My back pain began today."),
        (0.9, "My back pain began today."),
        (1, "My back pain began yesterday."),
        (1.5, "My back pain began yesterday."),
        (2, "I have had back pain for 2 days."),
        (9.7, "I have had back pain for 9 days."),
    ],
)
def test_the_words_to_say_begin_with_how_long(
    catalogue: Catalogue, days: float | None, said: str
) -> None:
    assert said == card(catalogue, answers(days=days)).say


def test_the_words_to_say_name_what_matters_most_and_leave_out_the_rest(
    catalogue: Catalogue,
) -> None:
    signs = catalogue.rules.signs
    said = card(catalogue, answers("worried", "chest_pain", "cancer_history")).say

    assert signs["chest"].say in said
    assert signs["cancer"].say in said
    assert signs["everyday"].say not in said


def test_a_milder_card_says_what_set_its_urgency(catalogue: Catalogue) -> None:
    signs = catalogue.rules.signs
    said = card(catalogue, answers("worried", "leg_pain_one_below_knee")).say

    assert said == f"I have had back pain for 3 days. {signs['leg_one'].say}"


def test_every_sign_of_what_counts_together_is_said_once(catalogue: Catalogue) -> None:
    signs = catalogue.rules.signs
    said = card(catalogue, answers("fever", "leg_tingle_numb_one")).say

    assert said.count(signs["fever"].say) == 1
    assert said.count(signs["leg_numb"].say) == 1


def test_the_young_say_their_age(catalogue: Catalogue) -> None:
    assert card(catalogue, answers(age=15)).say.endswith("I am under 16.")
    assert card(catalogue, answers("saddle_numb", age=15)).say.endswith("I am under 16.")


def of_older_content(catalogue: Catalogue) -> tuple[Reason, CareCard]:
    """The card of a check from a time when a sign went by another name."""
    rules, words, given = catalogue.rules, catalogue.care, answers("chest_pain", "fever")
    found = assess(rules, given)
    older = replace(found.reasons[0], id="before", sign="before", signs=frozenset({"before"}))
    then = replace(found, reasons=(older, *found.reasons[1:]))
    return older, write_card(rules, words, given, then, NO_COUNTRY, words.reviewed)


def test_a_card_can_be_written_for_a_check_of_older_content(catalogue: Catalogue) -> None:
    older, written = of_older_content(catalogue)

    assert Urgency.EMERGENCY is written.urgency
    assert older.asked == written.why[0]


def test_the_words_to_say_name_a_sign_of_older_content(catalogue: Catalogue) -> None:
    older, written = of_older_content(catalogue)

    assert older.say in written.say


# --- notes ----------------------------------------------------------------------------------------


def test_the_card_says_that_not_sure_counted_as_yes(catalogue: Catalogue) -> None:
    note = catalogue.care.shared.unsure

    assert note in card(catalogue, answers(unsure=("fever",))).notes
    assert note not in card(catalogue, answers("fever")).notes


def test_every_card_says_that_nobody_was_examined(catalogue: Catalogue) -> None:
    for given in (answers(), answers("worried"), answers("fever"), answers("saddle_numb")):
        assert catalogue.care.shared.examine in card(catalogue, given).notes


def test_the_card_says_when_its_advice_was_reviewed(catalogue: Catalogue) -> None:
    reviewed = catalogue.care.reviewed
    note = card(catalogue, answers(), today=reviewed).notes[-1]

    assert note == f"Advice reviewed on {reviewed.isoformat()}."


def test_advice_more_than_a_year_old_says_so(catalogue: Catalogue) -> None:
    words = replace(catalogue.care, reviewed=date(2025, 3, 1))
    old = replace(catalogue, care=words)

    assert "more than a year ago" in card(old, answers(), today=date(2026, 3, 2)).notes[-1]
    assert "more than a year ago" not in card(old, answers(), today=date(2026, 3, 1)).notes[-1]


@pytest.mark.parametrize(
    ("reviewed", "today", "stale"),
    [
        (date(2025, 3, 1), date(2025, 3, 1), False),
        (date(2025, 3, 1), date(2026, 2, 28), False),
        (date(2025, 3, 1), date(2026, 3, 1), False),
        (date(2025, 3, 1), date(2026, 3, 2), True),
        (date(2025, 3, 1), date(2026, 4, 1), True),
        (date(2025, 12, 31), date(2026, 12, 31), False),
        (date(2025, 12, 31), date(2027, 1, 1), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2026, 3, 1), date(2020, 1, 1), False),
    ],
)
def test_advice_is_stale_after_twelve_months(reviewed: date, today: date, *, stale: bool) -> None:
    assert stale is is_stale(reviewed, today)


# --- sources --------------------------------------------------------------------------------------


def test_a_card_names_the_sources_of_what_set_its_urgency_and_its_own(
    catalogue: Catalogue,
) -> None:
    written = card(catalogue, answers("saddle_numb", "worried"))
    leading = catalogue.rules.signs["saddle"].sources
    own = catalogue.care.cards["emergency"].sources

    assert tuple(dict.fromkeys([*leading, *own])) == written.sources


@pytest.mark.parametrize("given", [answers(), answers("worried", "fever"), answers(age=12)])
def test_every_source_of_a_card_resolves(catalogue: Catalogue, given: Answers) -> None:
    sources = card(catalogue, given).sources

    assert sources
    assert frozenset(sources) <= catalogue.sources.keys()
