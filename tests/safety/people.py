"""Made-up people by chance: any answers that somebody could give."""

from hypothesis import strategies as st
from tests.safety.tables import facts_table

from unspasm.domain.answers import Answers, Fact, Trend

FACTS = tuple(sorted(facts_table().facts))

facts = st.sampled_from(FACTS)
some_facts = st.frozensets(facts, max_size=8)
ages = st.integers(0, 120)
ages_coached = st.integers(16, 120)
days = st.one_of(st.integers(0, 120), st.floats(0, 36_500))
pains = st.integers(0, 10)
trends = st.sampled_from(Trend)


@st.composite
def anybody(
    draw: st.DrawFn,
    age: st.SearchStrategy[int] = ages,
    yes: st.SearchStrategy[frozenset[Fact]] = some_facts,
) -> Answers:
    """Any complete answers."""
    sure = draw(yes)
    return Answers(
        age=draw(age),
        days=draw(days),
        pain=draw(pains),
        trend=draw(trends),
        yes=sure,
        unsure=draw(some_facts) - sure,
    )
