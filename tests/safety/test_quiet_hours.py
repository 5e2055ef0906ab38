"""Rule 15: what takes a pack off the skin is silenced by no quiet hours and no mute."""

from pathlib import Path

import pytest
from tests.journeys.houses import FakeClock, house_at, hurry
from tests.plain.script import Script
from tests.plain.talking import WORDS

from unspasm.cues import Cues, Sound, Voice
from unspasm.domain.pack_entries import PackKind
from unspasm.journeys.packs import PackKeeper, PackPlan
from unspasm.plain.app import PlainApp
from unspasm.plain.lines import EndOfInputError

ALARM = WORDS.pack.say_take_off


class Speaker(Voice):
    """A voice that writes down what it would say."""

    def __init__(self) -> None:
        super().__init__(("/none",))
        self.said: list[str] = []

    def say(self, words: str) -> None:
        """Write it down."""
        self.said.append(words)


@pytest.mark.parametrize("sound", list(Sound))
@pytest.mark.parametrize("quiet", [False, True])
def test_an_alarm_comes_whatever_is_on_and_whatever_the_hour(sound: Sound, *, quiet: bool) -> None:
    sent: list[str] = []
    voice = Speaker()
    cues = Cues(sent.append, voice, {"TERM": "xterm"}, sound=sound, quiet=lambda: quiet)
    cues.give("Take it off", alarm=True)

    assert "\a" in sent
    assert ["Take it off"] == voice.said


def test_in_quiet_hours_nothing_else_is_heard() -> None:
    sent: list[str] = []
    voice, hours = Speaker(), [True]
    cues = Cues(
        sent.append, voice, {"TERM": "xterm"}, sound=Sound.BELL_AND_VOICE, quiet=lambda: hours[0]
    )
    cues.give("Change sides")
    cues.ring()
    assert ([], []) == (sent, voice.said)

    hours[0] = False
    cues.give("Change sides")
    cues.ring()
    assert (["\a", "\a"], ["Change sides"]) == (sent, voice.said)


def test_a_pack_in_quiet_hours_still_calls_to_be_taken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch)
    clock = FakeClock()
    house = house_at(tmp_path, clock)
    house.settings.change(quiet_from="00:00", quiet_to="23:59", sound="off")
    assert house.is_quiet()
    assert PackKeeper(house, lambda *_: None).begin(PackPlan(PackKind.COLD, 2)) is None
    sent: list[str] = []
    voice = Speaker()
    cues = Cues(sent.append, voice, {"TERM": "xterm"}, sound=Sound.NOTHING, quiet=house.is_quiet)
    script = Script(clock, 60.0, 90.0)
    with pytest.raises(EndOfInputError):
        PlainApp(house, WORDS, script, None, cues).run()

    assert "\a" in sent
    assert any(ALARM in said for said in voice.said), voice.said
