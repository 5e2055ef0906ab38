"""Rule 5: no lock without a way out, no way round a lock, whatever the order of entries."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.domain.record import ADULTS_FROM, YEAR, Record
from tests.domain.walking import Person, Walk

from unspasm.domain.answers import Trend
from unspasm.domain.care_status import CareStatus, care_status, reasons_without
from unspasm.domain.check_events import Ending
from unspasm.domain.checklist import take_up_again
from unspasm.domain.entries import Check, Entry, EpisodeOver, Said, Seen, SettledAnswer, TakenBack
from unspasm.domain.locks import Activity
from unspasm.domain.rules import Rules
from unspasm.domain.urgency import Urgency

SERIOUS = ("saddle", "chest", "fever", "limb_mild", "painkiller", "severe", "side_waves")
RAISED = ("leg_one", "sick", "upper_back", "belly_side", "night", "cancer", "thinner", "keep_still")
HARMLESS = ("everyday", "diabetes", "heavy_legs")
ANY_SIGN = st.sampled_from((*SERIOUS, *RAISED, *HARMLESS))
SIGNS = st.frozensets(ANY_SIGN, max_size=3)
SOME_SIGNS = st.frozensets(ANY_SIGN, min_size=1, max_size=3)

OPENED_BY = {
    Said.GO_ON: frozenset(Activity),
    Said.DID_NOT_SAY: frozenset({Activity.PACK, Activity.EASE}),
    Said.NOT_YET: frozenset[Activity](),
}


def status_of(entries: Iterable[Entry]) -> CareStatus:
    return care_status(ADULTS_FROM, entries, YEAR)


def check_in(entry: Entry) -> Check:
    assert isinstance(entry.body, Check)
    return entry.body


def serious(entry: Entry) -> dict[str, frozenset[Activity]]:
    """What each reason of same day or above closes by itself."""
    return {
        reason.id: reason.locks.closes
        for reason in check_in(entry).reasons
        if reason.urgency >= Urgency.SAME_DAY
    }


def expected_closed(entries: list[Entry]) -> frozenset[Activity]:
    """Rule 5 told once more, line by line, of entries in the order in which they were made."""
    checks: list[Entry] = []
    over: set[str] = set()
    lapsed: set[str] = set()
    named: dict[tuple[str, str], frozenset[Activity]] = {}

    def left_of(check: Entry) -> dict[str, frozenset[Activity]]:
        every = serious(check).items()
        left = {one: closes - named.get((check.id, one), frozenset()) for one, closes in every}
        return {one: rest for one, rest in left.items() if rest or (check.id, one) not in named}

    def may_lapse(check: Entry) -> bool:
        left = left_of(check)
        urgencies = {one.urgency for one in check_in(check).reasons if one.id in left}
        return check.id in over and Urgency.EMERGENCY not in urgencies

    for entry in entries:
        opened = frozenset(Activity)
        match entry.body:
            case Check() as body:
                if body.complete and not serious(entry):
                    lapsed |= {check.id for check in checks if may_lapse(check)}
                checks.append(entry)
            case EpisodeOver():
                over |= {check.id for check in checks}
            case Seen(name, reasons, _, said):
                for reason in reasons:
                    named[name, reason] = named.get((name, reason), frozenset()) | OPENED_BY[said]
            case TakenBack(name, reasons):
                named |= {(name, reason): opened for reason in reasons}
            case _:
                pass
    return frozenset[Activity]().union(
        *(rest for check in checks if check.id not in lapsed for rest in left_of(check).values())
    )


class Life(RuleBasedStateMachine):
    """Checks, clinicians, mistakes and episodes, in any order that life may bring."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self.record = Record(rules)
        self.chance = Random(7)  # noqa: S311 - only shuffles entries

    @property
    def checks(self) -> list[Entry]:
        """All checks so far."""
        return [entry for entry in self.record.entries if isinstance(entry.body, Check)]

    @rule(
        yes=SIGNS,
        unsure=SIGNS,
        still=st.sampled_from(SettledAnswer),
        pain=st.sampled_from([2, 8]),
        trend=st.sampled_from(Trend),
    )
    def runs_a_check(
        self,
        yes: frozenset[str],
        unsure: frozenset[str],
        still: SettledAnswer,
        pain: int,
        trend: Trend,
    ) -> None:
        """A check through the checklist as it is asked after all that was said before."""
        before = self.record.status
        person = Person(yes=yes, unsure=unsure - yes, pain=pain, trend=trend, still=lambda _: still)
        walk = Walk(self.record.rules, settled=before.settled)
        self.record.add(walk.to_the_end(person).check)

        after_over = any(isinstance(entry.body, EpisodeOver) for entry in self.record.entries)
        assert after_over or before.closed <= self.record.status.closed, "asking again opened it"

    @rule(sign=st.sampled_from(["fever", "severe", "limb_mild", "leg_one", "saddle"]))
    def has_one_sign(self, sign: str) -> None:
        """A check with one sign: what is no emergency may lapse."""
        self.record.check(sign)

    @rule(complete=st.booleans())
    def has_nothing(self, *, complete: bool) -> None:
        """A check with nothing, to its end or not: only a complete one lets anything lapse."""
        before = self.record.status.closed
        self.record.check(complete=complete)
        assert complete or before == self.record.status.closed

    @precondition(lambda self: self.checks)
    @rule(data=st.data(), said=st.sampled_from(Said), every=st.booleans())
    def is_seen(self, data: st.DataObject, said: Said, *, every: bool) -> None:
        """A clinician sees the person for all or some reasons of some check."""
        check = data.draw(st.sampled_from(self.checks))
        reasons = sorted(reason.id for reason in check_in(check).reasons)
        named = frozenset(reasons)
        if reasons and not every:
            named = data.draw(st.frozensets(st.sampled_from(reasons)))
        self.record.add(Seen(check.id, named, check.at.date(), said))

    @precondition(lambda self: self.checks)
    @rule(data=st.data())
    def takes_back(self, data: st.DataObject) -> None:
        """Some sign of some check was ticked by mistake."""
        check = data.draw(st.sampled_from(self.checks))
        signs = sorted({sign for reason in check_in(check).reasons for sign in reason.signs})
        mistaken = data.draw(st.frozensets(st.sampled_from(signs))) if signs else frozenset()
        reasons = reasons_without(self.record.rules, check_in(check), mistaken)
        self.record.add(TakenBack(check.id, reasons))

    @precondition(lambda self: self.checks)
    @rule(data=st.data())
    def calls(self, data: st.DataObject) -> None:
        """The person calls about some check, which opens nothing."""
        before = self.record.status.closed
        self.record.called(data.draw(st.sampled_from(self.checks)))
        assert before == self.record.status.closed

    @rule()
    def is_over(self) -> None:
        """The spasm is over, which by itself opens nothing."""
        before = self.record.status.closed
        self.record.over()
        assert before == self.record.status.closed

    @invariant()
    def what_is_closed_is_what_the_rule_says(self) -> None:
        """The same as rule 5 told line by line."""
        assert expected_closed(self.record.entries) == self.record.status.closed

    @invariant()
    def the_order_of_entries_never_matters(self) -> None:
        """Shuffled, doubled, or merged from two machines: the same status."""
        entries = self.record.entries
        shuffled = self.chance.sample(entries, len(entries))
        here, there = entries[::2] + entries[1:2], entries[1::2] + entries[:1]

        assert self.record.status == status_of(shuffled)
        assert self.record.status == status_of(entries + shuffled)
        assert self.record.status == status_of(there + here)

    @invariant()
    def nothing_unsettled_is_open(self) -> None:
        """An emergency of which nothing was said closes everything."""
        said = {
            (entry.body.check, reason)
            for entry in self.record.entries
            if isinstance(entry.body, Seen | TakenBack)
            for reason in entry.body.reasons
        }
        unsettled = [
            reason.id
            for check in self.checks
            for reason in check_in(check).reasons
            if reason.urgency is Urgency.EMERGENCY and (check.id, reason.id) not in said
        ]
        assert not unsettled or frozenset(Activity) == self.record.status.closed

    @invariant()
    def there_is_always_a_way_out(self) -> None:
        """Seen with "go on", or taken back, for everything that stands: nothing is closed."""
        for settle in (self._go_on, self._mistake):
            way_out = Record(self.record.rules, list(self.record.entries))
            for standing in self.record.status.standing:
                settle(way_out, standing.check)

            assert frozenset() == way_out.status.closed
            assert way_out.status.standing == ()

    @staticmethod
    def _go_on(record: Record, check: Entry) -> None:
        record.seen(check, said=Said.GO_ON)

    @staticmethod
    def _mistake(record: Record, check: Entry) -> None:
        every = {sign for reason in check_in(check).reasons for sign in reason.signs}
        record.add(TakenBack(check.id, reasons_without(record.rules, check_in(check), every)))


def test_no_life_finds_a_lock_without_a_way_out_or_a_way_round_a_lock(rules: Rules) -> None:
    class LifeUnderTheRules(Life):
        def __init__(self) -> None:
            super().__init__(rules)

    run_state_machine_as_test(LifeUnderTheRules, settings=settings(stateful_step_count=20))


# --- asked again about what was seen --------------------------------------------------------------


MOST_EMERGENCIES = 10


def lived_through(rules: Rules, person: Person) -> Record:
    """A check to its end: each emergency on the way is seen, and the clinician says "go on"."""
    record = Record(rules)
    walk = Walk(rules)
    for _ in range(MOST_EMERGENCIES):
        ending = walk.to_the_end(person).ending
        record.seen(record.add(walk.state.check))
        if ending is Ending.COMPLETE:
            return record
        settled = record.status.settled
        walk.state = take_up_again(walk.state, settled, frozenset(), walk.now)
    raise RuntimeError(f"the check never gets past {walk.state.at}")


@given(SIGNS, SIGNS, st.sampled_from([2, 8]), st.sampled_from(Trend))
def test_nobody_is_locked_again_for_what_a_clinician_has_seen(
    rules: Rules, yes: frozenset[str], unsure: frozenset[str], pain: int, trend: Trend
) -> None:
    person = Person(yes=yes, unsure=unsure - yes, pain=pain, trend=trend)
    record = lived_through(rules, person)
    assert frozenset() == record.status.closed

    again = Walk(rules, settled=record.status.settled).to_the_end(person)
    record.add(again.check)

    assert Ending.COMPLETE is again.ending
    assert frozenset() == record.status.closed


@given(SOME_SIGNS, st.sampled_from([SettledAnswer.WORSE, SettledAnswer.DIFFERENT]))
def test_what_is_worse_or_different_locks_as_if_it_were_new(
    rules: Rules, yes: frozenset[str], answer: SettledAnswer
) -> None:
    new = Record(rules)
    new.add(Walk(rules).to_the_end(Person(yes=yes)).check)
    record = lived_through(rules, Person(yes=yes))

    worse = Person(yes=yes, still=lambda _: answer)
    record.add(Walk(rules, settled=record.status.settled).to_the_end(worse).check)

    assert new.status.closed <= record.status.closed


@pytest.mark.parametrize("sign", SERIOUS)
def test_not_sure_of_a_settled_sign_locks_as_if_it_were_new(rules: Rules, sign: str) -> None:
    new = Record(rules)
    new.add(Walk(rules).to_the_end(Person(unsure=frozenset({sign}))).check)
    person = Person(yes=frozenset({sign}))
    record = lived_through(rules, person)

    unsure = replace(person, still=lambda _: SettledAnswer.UNSURE)
    record.add(Walk(rules, settled=record.status.settled).to_the_end(unsure).check)

    assert new.status.closed == record.status.closed


@given(SOME_SIGNS, st.integers(1, 5))
def test_nobody_gets_round_a_lock_by_asking_again(
    rules: Rules, yes: frozenset[str], times: int
) -> None:
    record = Record(rules)
    record.add(Walk(rules).to_the_end(Person(yes=yes)).check)
    locked = record.status.closed

    for _ in range(times):
        record.add(Walk(rules, settled=record.status.settled).to_the_end().check)

    assert locked == record.status.closed


@given(SIGNS)
def test_last_year_s_episode_locks_nobody_but_for_an_emergency(
    rules: Rules, yes: frozenset[str]
) -> None:
    record = Record(rules)
    check = record.add(Walk(rules).to_the_end(Person(yes=yes)).check)
    record.over()
    record.add(Walk(rules).to_the_end().check)

    emergency = check_in(check).urgency is Urgency.EMERGENCY
    assert emergency is bool(record.status.closed)
