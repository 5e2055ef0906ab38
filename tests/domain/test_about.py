"""What a check teaches about the person."""

import pytest
from tests.domain.walking import YEAR, Person, Walk

from unspasm.domain.about import from_answers, learned, with_age
from unspasm.domain.answers import Answers, Trend
from unspasm.domain.check_events import Back, Choose
from unspasm.domain.entries import About
from unspasm.domain.rules import Rules


def learned_from(rules: Rules, person: Person, about: About | None = None) -> About:
    return learned(Walk(rules, about).to_the_end(person), YEAR)


def test_a_check_that_got_nowhere_teaches_nothing(rules: Rules) -> None:
    about = About(country="GB")

    assert about == learned(Walk(rules, about).state, YEAR)


def test_a_full_check_teaches_age_pregnancy_and_what_lasts(rules: Rules) -> None:
    person = Person(age=33, yes=frozenset({"bones", "pregnant"}), unsure=frozenset({"thinner"}))

    assert learned_from(rules, person, About(country="GB")) == About(
        year_of_birth=YEAR - 33,
        said_in=YEAR,
        pregnancy="pregnant",
        lasting_yes=frozenset({"bones"}),
        lasting_unsure=frozenset({"thinner"}),
        lasting_known=True,
        country="GB",
    )


def test_only_confirmed_steps_teach(rules: Rules) -> None:
    walk = Walk(rules)
    walk.to("days", Person(age=33))
    assert learned(walk.state, YEAR).pregnancy == "no"

    walk.tell(Back())
    assert learned(walk.state, YEAR).pregnancy is None
    assert learned(walk.state, YEAR).year_of_birth == YEAR - 33

    walk.tell(Back())
    assert learned(walk.state, YEAR) == About()


@pytest.mark.parametrize(
    ("option", "pregnancy"), [(0, "no"), (1, "maybe_pregnant"), (2, "pregnant")]
)
def test_pregnancy_is_what_was_chosen(rules: Rules, option: int, pregnancy: str) -> None:
    walk = Walk(rules)
    walk.to("pregnancy")
    walk.tell(Choose(option))

    assert pregnancy == learned(walk.state, YEAR).pregnancy


def test_not_sure_of_being_pregnant_means_perhaps(rules: Rules) -> None:
    about = learned_from(rules, Person(unsure=frozenset({"pregnant"})))

    assert about.pregnancy == "maybe_pregnant"


def test_an_age_at_which_pregnancy_is_not_asked_teaches_nothing_about_it(rules: Rules) -> None:
    assert learned_from(rules, Person(age=70)).pregnancy is None


def test_what_no_longer_lasts_is_forgotten(rules: Rules) -> None:
    known = About(lasting_yes=frozenset({"bones"}), lasting_known=True)
    walk = Walk(rules, known)
    walk.to("lasting")
    walk.answer(Person())

    about = learned(walk.state, YEAR)

    assert about.lasting_yes == frozenset()
    assert about.lasting_known


def test_an_age_said_again_keeps_the_year_of_birth() -> None:
    assert with_age(About(year_of_birth=1990, said_in=2025), 36, 2026) == About(
        year_of_birth=1990, said_in=2026
    )


def test_an_age_said_differently_moves_the_year_of_birth() -> None:
    assert with_age(About(year_of_birth=1990, said_in=2025), 35, 2026) == About(
        year_of_birth=1991, said_in=2026
    )


def test_an_age_said_for_the_first_time_gives_the_year_of_birth() -> None:
    assert with_age(About(), 40, 2026) == About(year_of_birth=1986, said_in=2026)


# --- from answers that state everything -----------------------------------------------------------


def all_answers(*yes: str, unsure: tuple[str, ...] = (), age: int | None = 40) -> Answers:
    return Answers(age, 1, 3, Trend.UNKNOWN, frozenset(yes), frozenset(unsure))


@pytest.mark.parametrize(
    ("fact", "pregnancy"),
    [("pregnant", "pregnant"), ("maybe_pregnant", "maybe_pregnant"), ("worried", "no")],
)
def test_answers_that_state_everything_tell_of_a_pregnancy(
    rules: Rules, fact: str, pregnancy: str
) -> None:
    assert pregnancy == from_answers(About(), rules, all_answers(fact), YEAR).pregnancy


def test_answers_that_state_everything_tell_what_lasts(rules: Rules) -> None:
    before = About(lasting_yes=frozenset({"bones"}), country="GB")
    answers = all_answers("diabetes", "worried", unsure=("cancer_history",))

    about = from_answers(before, rules, answers, YEAR)

    assert frozenset({"diabetes"}) == about.lasting_yes
    assert frozenset({"cancer"}) == about.lasting_unsure
    assert about.lasting_known
    assert about.country == "GB"
    assert about.age_in(YEAR) == 40


def test_answers_without_an_age_leave_it_as_it_was(rules: Rules) -> None:
    before = About(year_of_birth=1980, said_in=YEAR)

    assert from_answers(before, rules, all_answers(age=None), YEAR).year_of_birth == 1980
