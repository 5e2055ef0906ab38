"""Rule 18: words that are never said, limits that keep it readable, and a reading age."""

import re
from pathlib import Path
from statistics import median

import pytest
from tests.content.reading import Reading, syllables
from tests.content.texts import Text, texts_in

from unspasm.catalogue import Catalogue
from unspasm.domain.rules import Page, PageKind, Rules

NEVER_SAID = re.compile(
    r"\b(?:"
    r"diagnos(?:e|es|ed|is|tic)|rul(?:e|es|ed|ing)[ -]out|(?:un)?safe(?:ly|r|st)?"
    r"|cur(?:e|es|ed|ing)|treat(?:s|ed|ing|ment|ments)?|heal(?:s|ed|ing)?"
    r"|normal[ -]results?|risk[ -]scores?|ai"
    r")\b",
    re.IGNORECASE,
)

EXEMPT = frozenset(
    # Where a page that was read is found: its own words, not a claim of ours.
    {
        ("sources.toml", "mpft-cold"),
        ("sources.toml", "mpft-heat"),
        ("sources.toml", "healthwise-back-pain"),
        # The page for a clinician says that it is none.
        ("interface.toml", "not_a_diagnosis"),
    }
)
"""The file, and a key or an id in the place of the string."""


@pytest.fixture(scope="module")
def texts(content_folder: Path) -> tuple[Text, ...]:
    """Every string of the content."""
    return tuple(texts_in(content_folder))


def exempt(text: Text) -> set[tuple[str, str]]:
    return {(text.file, part) for part in text.place} & EXEMPT


# --- words that are never said --------------------------------------------------------------------


def test_no_word_that_claims_too_much_is_ever_said(texts: tuple[Text, ...]) -> None:
    said = [str(text) for text in texts if NEVER_SAID.search(text.words) and not exempt(text)]

    assert not said


def test_nothing_is_exempt_without_need(texts: tuple[Text, ...]) -> None:
    needed = {one for text in texts if NEVER_SAID.search(text.words) for one in exempt(text)}

    assert EXEMPT == needed


@pytest.mark.parametrize(
    "claim",
    [
        "This will cure it",
        "You are SAFE.",
        "a normal result",
        "treats the spasm",
        "Treatment of spasms",
        "We ruled out a fracture",
        "your risk score",
        "our AI",
        "not a diagnosis",
        "it heals",
    ],
)
def test_a_claim_would_be_found(claim: str) -> None:
    assert NEVER_SAID.search(claim)


@pytest.mark.parametrize(
    "fine",
    [
        "a health professional",
        "safety advice",
        "You said it",
        "wheals",
        "retreat",
        "secure",
        "rules",
    ],
)
def test_a_word_within_a_word_is_fine(fine: str) -> None:
    assert not NEVER_SAID.search(fine)


def test_self_care_never_reads_as_all_clear(catalogue: Catalogue) -> None:
    card = catalogue.care.cards["self_care"]

    assert any("does not mean that nothing is wrong" in line for line in card.act)
    assert card.seen_anyway


def test_nobody_is_praised_or_shouted_at(texts: tuple[Text, ...]) -> None:
    loud = [str(text) for text in texts if re.search(r"\w!(?:\s|$)", text.words)]

    assert not loud


# --- limits ---------------------------------------------------------------------------------------


def test_a_sign_has_at_most_14_words_and_100_letters(rules: Rules) -> None:
    long = [
        sign.id
        for sign in rules.signs.values()
        if len(sign.ask.split()) > 14 or len(sign.ask) > 100
        if rules.home_of[sign.id] not in {"pregnancy", "began_with", "recurrence"}
    ]

    assert not long


def test_a_now_page_has_at_most_6_signs_and_there_are_three(rules: Rules) -> None:
    now = [len(page.signs) for page in pages(rules) if page.kind is PageKind.NOW]

    assert len(now) == 3
    assert max(now) <= 6


def test_every_sign_can_be_ticked_with_one_digit(rules: Rules) -> None:
    assert max(len(page.signs) for page in pages(rules)) <= 9


def pages(rules: Rules) -> list[Page]:
    return [step for step in rules.steps if isinstance(step, Page)]


def test_every_sign_on_a_page_says_how_to_find_out(rules: Rules) -> None:
    assert all(sign.find_out for page in pages(rules) for sign in page.signs)


NUMBER = re.compile(r"\d+(?:[ .:/-]\d+)*")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
NAMES_SEVERAL_NUMBERS = frozenset({"number_generic"})
"""Without a country, the numbers that reach help in many of them are all there is to say."""


def test_a_line_of_advice_holds_one_number_at_most(texts: tuple[Text, ...]) -> None:
    crowded = [
        str(text)
        for text in texts
        if text.file == "care.toml" and text.key not in {"sources", *NAMES_SEVERAL_NUMBERS}
        if any(len(NUMBER.findall(line)) > 1 for line in SENTENCE.split(text.words))
    ]

    assert not crowded


# --- reading age ----------------------------------------------------------------------------------

HIGHEST_MEDIAN = 6.0
"""Grade 4 to 6 is about age 9 to 11."""


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("back", 1), ("pain", 1), ("numb", 1), ("since", 1), ("legs", 1), ("eased", 1)),
        *(("bladder", 2), ("began", 2), ("needed", 2), ("little", 2), ("doctor", 2)),
        *(("emergency", 4), ("professional", 4), ("pharmacist", 3), ("the", 1), ("eye", 1)),
    ],
)
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert count == syllables(word)


def test_a_harder_text_gets_a_higher_grade() -> None:
    easy = Reading.of("You have back pain. Rest a bit.")
    hard = Reading.of("Musculoskeletal presentations necessitate multidisciplinary evaluation.")

    assert easy.grade < 3
    assert hard.grade > 15
    assert Reading.of("").grade == 0


KINDS = {
    "asks": ("ask",),
    "reasons": ("because",),
    "words to say": ("say",),
    "how to find out": ("find_out",),
    "cards": ("act", "meanwhile", "tonight", "call_now_if", "seen_anyway", "check_again"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_reading_age_is_9_to_11(texts: tuple[Text, ...], kind: str) -> None:
    files = {"checklist.toml", "course.toml", "care.toml"}
    readings = [
        Reading.of(text.words) for text in texts if text.file in files and text.key in KINDS[kind]
    ]
    grades = sorted(reading.grade for reading in readings)

    middle = median(grades)
    hardest = sorted(readings, key=lambda reading: -reading.grade)[:5]
    print(f"{kind}: {len(grades)} texts, median grade {middle:.1f}")  # noqa: T201 - a report
    for reading in hardest:
        print(f"  {reading.grade:4.1f}  {reading.text}")  # noqa: T201 - what to write afresh first
    assert grades
    assert middle <= HIGHEST_MEDIAN
