"""What made it worse twice is told at once on the plain face too."""

from io import StringIO

from tests.journeys.houses import FakeClock
from tests.plain.talking import WORDS
from tests.seeds import coached, say

from unspasm.domain.session_entries import End, SessionDone
from unspasm.journeys.house import House
from unspasm.plain.app import PlainApp
from unspasm.plain.lines import Lines


def test_after_a_session_the_record_is_looked_at(house: House, clock: FakeClock) -> None:
    worse = SessionDone("ease", 60.0, {"knee_rolls": 60.0}, End.WORSE, "knee_rolls")
    coached(house)
    clock.advance(60)
    say(house, worse)
    shown = StringIO()
    app = PlainApp(house, WORDS, Lines(StringIO("\n"), shown), None)
    app._home.and_notice(lambda: say(house, worse))()

    assert "What should help made it worse" in shown.getvalue()
