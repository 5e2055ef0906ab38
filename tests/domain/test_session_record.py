"""What the entries about sessions add up to."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

from unspasm.domain.entries import Entry
from unspasm.domain.session_entries import End, LeftOut, SessionBody, SessionDone
from unspasm.domain.session_record import ended_too_often, left_out


def entry(body: SessionBody, hours: float) -> Entry:
    at = datetime(2026, 11, 21, 14, tzinfo=UTC) + timedelta(hours=hours)
    return Entry(f"{hours}", at, timedelta(0), body)


def ended_by(name: str | None, end: End = End.WORSE) -> SessionDone:
    return SessionDone("ease", 100.0, {"bridge": 10.0}, end, name)


def test_one_session_ended_by_a_stretch_takes_nothing_out() -> None:
    assert frozenset() == left_out([entry(ended_by("bridge"), 0)])


def test_two_sessions_ended_by_the_same_stretch_take_it_out() -> None:
    entries = [entry(ended_by("bridge"), 0), entry(ended_by("bridge"), 5)]

    assert frozenset({"bridge"}) == left_out(entries)


def test_sessions_that_were_only_stopped_take_nothing_out() -> None:
    entries = [
        entry(ended_by(None, End.STOPPED), 0),
        entry(ended_by(None), 5),
        entry(ended_by(None), 6),
    ]

    assert frozenset() == ended_too_often(entries)


def test_what_the_person_chose_last_counts_and_endings_since() -> None:
    entries = [
        entry(ended_by("bridge"), 0),
        entry(ended_by("bridge"), 1),
        entry(LeftOut(frozenset({"walk"})), 2),
        entry(LeftOut(frozenset({"cat_cow"})), 3),
        entry(ended_by("curl_up"), 4),
    ]

    assert frozenset({"cat_cow"}) == left_out(entries)


def test_leaving_out_another_stretch_forgives_none() -> None:
    entries = [
        entry(ended_by("bridge"), 0),
        entry(LeftOut(frozenset({"walk"})), 1),
        entry(ended_by("bridge"), 2),
    ]

    assert frozenset({"bridge"}) == ended_too_often(entries)
    assert frozenset({"bridge", "walk"}) == left_out(entries)


def test_what_is_taken_in_again_must_end_two_more_sessions() -> None:
    entries = [
        entry(ended_by("bridge"), 0),
        entry(ended_by("bridge"), 1),
        entry(LeftOut(), 2),
        entry(ended_by("bridge"), 3),
    ]

    assert frozenset() == left_out(entries)
    assert frozenset({"bridge"}) == left_out([*entries, entry(ended_by("bridge"), 4)])


def test_what_is_still_left_out_can_be_taken_in_later() -> None:
    entries = [
        entry(ended_by("bridge"), 0),
        entry(ended_by("bridge"), 1),
        entry(LeftOut(frozenset({"bridge", "walk"})), 2),
    ]

    assert frozenset({"bridge", "walk"}) == left_out(entries)
    assert frozenset() == left_out([*entries, entry(LeftOut(), 3)])


def test_the_order_in_which_entries_are_read_does_not_matter() -> None:
    entries = [
        entry(ended_by("bridge"), 0),
        entry(ended_by("bridge"), 1),
        entry(LeftOut(), 2),
        entry(ended_by("walk"), 3),
        entry(LeftOut(frozenset({"cat_cow"})), 4),
    ]

    assert {frozenset({"cat_cow"})} == {left_out(order) for order in permutations(entries)}
    assert frozenset() == left_out([])
