"""What `value` declares is a frozen dataclass, however late its methods come."""

from dataclasses import FrozenInstanceError, field, replace

import pytest

from unspasm.domain.values import value


@value
class _Pain:
    at: int
    words: tuple[str, ...] = ()
    parts: list[int] = field(default_factory=list)


def test_it_is_made_with_its_defaults_and_no_others() -> None:
    assert _Pain(3) == _Pain(at=3, words=(), parts=[])
    assert _Pain(3).parts is not _Pain(3).parts
    with pytest.raises(TypeError):
        _Pain()  # type: ignore[call-arg]


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert _Pain(3) != _Pain(4)
    assert "_Pain(at=3, words=('a',), parts=[])" == repr(_Pain(3, ("a",)))

    @value
    class Place:
        name: str

    assert {Place("a")} == {Place("a")}


def test_it_does_not_change_and_others_are_made_of_it() -> None:
    pain = _Pain(3)
    with pytest.raises(FrozenInstanceError):
        pain.at = 4  # type: ignore[misc]
    assert _Pain(4) == replace(pain, at=4)


def test_who_kept_the_first_way_to_make_one_may_use_it_again() -> None:
    @value
    class Part:
        name: str

    first = Part.__init__
    whole, late = Part("a"), Part.__new__(Part)
    first(late, "a")
    assert whole == late


def test_values_of_two_kinds_are_never_equal() -> None:
    @value
    class Left:
        name: str

    @value
    class Right:
        name: str

    @value
    class Nothing:
        pass

    left: object = Left("a")
    assert left != Right("a")
    assert left != ("a",)
    assert Nothing() == Nothing()
    assert {Nothing()} == {Nothing()}


def test_what_holds_a_list_has_no_hash() -> None:
    with pytest.raises(TypeError):
        hash(_Pain(3))
