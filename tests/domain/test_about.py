"""What a check teaches about the person."""

import pytest
from tests.domain.walking import YEAR, Person, Walk

from unspasm.domain.about import learned, with_age
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
