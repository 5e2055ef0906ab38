"""The rules on the screens: hours of random keys, clicks and sizes, in search of a way round them.

Somebody hammers on the real app, at times with an aim. Whatever they do, a pack that has truly
been on for its time is said to be over, no key gives it more, and none is put on inside the rest;
no session runs under a lock or for too long; and nothing leads on from a card of an emergency.
"""

import asyncio
import os
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from tests.domain.worlds import HOUR, MINUTE, NOTHING, Machine
from tests.journeys.houses import CATALOGUE, CONTENT, hurry
from tests.pty.records import Record
from tests.safety.hands import Hands
from tests.safety.held import Watcher
from tests.screens.walking import blindfold, drawn, settle
from tests.seeds import tick
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from unspasm.app import UnspasmApp
from unspasm.domain.pack_entries import Ended, PackKind, PackOff, PackOn
from unspasm.domain.pack_record import OnSkin
from unspasm.domain.pack_rules import SKIN_REST, SOONER
from unspasm.flows.guard import is_held
from unspasm.journal import open_journal
from unspasm.journeys.house import House
from unspasm.journeys.packs import PackPlan
from unspasm.screens.ask import AskToLeave
from unspasm.screens.base import HouseScreen
from unspasm.screens.care import CareScreen
from unspasm.screens.check import CheckScreen
from unspasm.screens.home import HomeScreen
from unspasm.screens.pack import PackScreen
from unspasm.settings import SettingsFile
from unspasm.words import read_words

DEEP = os.environ.get("UNSPASM_TESTS") == "deep"
STORIES, PRESSES = (200, 500) if DEEP else (5, 300)
"""And keys, clicks and sizes in each of them."""
FIRST_SEED = 10
"""Of stories that come by a list of routines: a record with a lock has none."""
BURSTS, TURNS = (1, 1, 5, 30), 3
"""So much is done before the app has come to rest, and so often it has its turn in between."""
LEAST = 6
"""Rows; in fewer there may be room for nothing."""
WORDS = read_words(CONTENT)
DRAWN_EACH = 10
"""So often the screen is drawn, which takes as long as everything else."""


def alarm_shows(app: UnspasmApp) -> bool:
    """Whether "take it off" is in front, or an emergency card or a question that tells of it."""
    if isinstance(app.screen, PackScreen | AskToLeave):
        return True
    return any(isinstance(one, HouseScreen) and one.holds for one in app.screen_stack)


def worse_is_heard(app: UnspasmApp) -> bool:
    """Whether `!` has come to a check, to the session's question, or to a card that refuses it."""
    checks = any(isinstance(one, CheckScreen) and one.is_check for one in app.screen_stack)
    return checks or is_held(app) or app.stretches.running is not None or app._exit


@dataclass
class Truth:
    """What truly happens to the skin, whatever any clock says."""

    on: dict[str, tuple[PackOn, timedelta]] = field(default_factory=dict)
    off: dict[str, tuple[PackOff, timedelta]] = field(default_factory=dict)

    def learn(self, house: House, true: timedelta) -> None:
        """See what has been written since the last time: it has just happened."""
        for entry in house.pack_entries():
            if isinstance(entry.body, PackOn) and entry.id not in self.on:
                self.refuse_inside_rest(entry.body, true)
                self.on[entry.id] = entry.body, true
            elif isinstance(entry.body, PackOff) and entry.id not in self.off:
                self.off[entry.id] = entry.body, true

    def refuse_inside_rest(self, on: PackOn, true: timedelta) -> None:
        """Fail if the skin still rests, or another pack is on."""
        assert self.on_skin is None, "a second pack was put on"
        for off, ended in self.off.values():
            if off.ended is Ended.UNTOUCHED:
                continue
            both_cold = off.kind is on.kind is PackKind.COLD
            assert true - ended >= (SOONER if both_cold and on.sooner else SKIN_REST), (off, on)

    @property
    def on_skin(self) -> tuple[PackOn, timedelta] | None:
        """What is on, and since when."""
        off = {one.pack for one, _ in self.off.values()}
        return next((there for name, there in self.on.items() if name not in off), None)


@dataclass
class Story:
    """Somebody at the keys, for hours."""

    home: Path
    chance: Random
    machine: Machine = field(default_factory=Machine)
    truth: Truth = field(default_factory=Truth)
    last: OnSkin | None = None
    screens: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    """Everything that was ever found in the record."""
    overs: set[str] = field(default_factory=set)
    """Packs that were seen to be over."""
    pressed: int = 0
    watcher: Watcher = field(default_factory=Watcher)
    bursts: Sequence[int] = (1,)
    wild: bool = True
    """They also click and make the window smaller, and so get less far."""
    done: deque[str] = field(default_factory=lambda: deque(maxlen=60))
    """The last things that were done, and where."""
    emergency: bool = False
    """A sign of an emergency is ticked before it begins."""

    def begin(self, how: int) -> None:
        """Have a pack on already, or skin that rests, or a sign of an emergency, or nothing."""
        self.emergency = how == 3
        self.bursts = BURSTS if how == 2 or (how and DEEP) else (1,)
        self.wild = how > 0
        record = Record(self.home, self.machine)
        ago = self.chance.randint(0, 13 * 60)
        if how == 1:
            on = PackOn(PackKind.COLD, self.chance.randint(1, 20), self.machine.stamp)
            name = record.write(on, NOTHING)
            self.truth.on[name] = on, self.true
            self.machine.passes(seconds=ago)
        elif how == 2:
            off = PackOff("lost", PackKind.COLD, Ended.OFF, self.machine.stamp, 5 * MINUTE, NOTHING)
            name = record.write(off, NOTHING)
            self.truth.off[name] = off, self.true
            self.machine.passes(minutes=self.chance.randint(0, 150))

    @property
    def true(self) -> timedelta:
        """How long it has gone on."""
        return self.machine.world.true

    async def visit(self) -> None:
        """Start the app and press keys until it is left, or there were enough."""
        journal = open_journal(self.home, self.machine.now)
        settings = SettingsFile(self.home / "settings.toml")
        house = House(CONTENT, self.machine, journal, settings=settings, routines=self.home / "own")
        house.catalogue = CATALOGUE
        if self.emergency:
            tick(house, "saddle")
            self.emergency = False
        plan = PackPlan(self.chance.choice(list(PackKind)), self.chance.randint(1, 20))
        app = UnspasmApp(house, WORDS, "GB", errand=self.chance.choice([plan, None]))
        self.last = None
        self.find_all(house)
        async with app.run_test() as pilot:
            await pilot.pause(0)
            while self.pressed < PRESSES and not app._exit:
                self.pass_time(app, house)
                await self.look(pilot, app, house)
                for _ in range(self.chance.choice(self.bursts)):
                    await self.act(pilot, house)
                await settle(pilot.app)
                if not app._exit:
                    await self.look(pilot, app, house)
        house.close()

    def pass_time(self, app: UnspasmApp, house: House) -> None:
        """Let time pass: some while a pack is on, much while nothing is, and at times in sleep."""
        spans = [0.3, 1.1, 1.1, 1.1, 2.5, 5]
        if house.pack_is_on():
            spans += [20, 31, 61, 150, 299]
        elif isinstance(app.screen, HomeScreen):
            spans += [1200, 3590, 7190]
        seconds = self.chance.choice(spans)
        if self.chance.random() < 0.02:
            self.machine.sleeps(seconds=seconds)
        else:
            self.machine.passes(seconds=seconds)
        if self.chance.random() < 0.01:
            self.machine.is_set_right().is_set(minutes=self.chance.randint(-180, 180))
            self.last = None

    async def look(self, pilot: Pilot[None], app: UnspasmApp, house: House) -> None:
        """Let the app look at the clock, as it does four times a second, and hold it to that."""
        app.packs.look()
        self.hold(app, house)
        pack = app.packs.keeper.pack
        for _ in range(50):
            if app._exit or not (pack and pack.over) or alarm_shows(app):
                return
            await pilot.pause(0)
            app.packs.look()
        raise AssertionError(f"a pack is over, and {app.screen_stack} do not show it")

    async def act(self, pilot: Pilot[None], house: House) -> None:
        """Press a key, click somewhere, or make the window another size; then hold the rules."""
        app = pilot.app
        assert isinstance(app, UnspasmApp)
        if app._exit or self.pressed >= PRESSES:
            return
        self.screens.add(type(app.screen).__name__)
        self.pressed += 1
        front, typing = app.screen, any(one.value for one in app.screen.query(Input))
        deaf = isinstance(front, CareScreen) and front.deaf
        done = Hands(self.chance, wild=self.wild).act(app)
        self.done.append(f"{type(front).__name__}: {done}")
        if self.bursts == (1,):
            await settle(pilot.app)
            worse = done in {"!", "exclamation_mark"} and not typing
            assert not worse or worse_is_heard(app), f"! on {front} came to {app.screen_stack}"
        assert not deaf or pilot.app._exit or front in app.screen_stack, "a card was left at once"
        for _ in range(TURNS):
            await asyncio.sleep(0)
        self.watcher.hold(app, house)
        self.hold(app, house)
        if self.pressed % DRAWN_EACH == 0:
            await settle(pilot.app)
            self.draw(app)
            self.find_all(house)

    def draw(self, app: App[None]) -> None:
        """See that something is on screen."""
        assert app._exit or app.size.height < LEAST or drawn(app.screen).strip()

    def find_all(self, house: House) -> None:
        """See that all is still there that ever was."""
        read = (house.care_entries, house.pack_entries, house.session_entries)
        found = {entry.id for entries in read for entry in entries()}
        assert self.kept <= found, "something that was kept is not there any more"
        self.kept |= found

    def hold(self, app: UnspasmApp, house: House) -> None:
        """Hold what the app says against what is true."""
        self.truth.learn(house, self.true)
        pack, there = app.packs.keeper.pack, self.truth.on_skin
        assert (pack is None) is (there is None)
        if pack is None or there is None:
            self.last = None
            return
        on, began = there
        planned = timedelta(minutes=min(on.minutes, 20))
        if self.true - began >= planned - on.carried:
            assert pack.over, f"on for {self.true - began} of {planned}, and not said to be over"
        if pack.over:
            self.overs.add(pack.id)
        if self.last and self.last.id == pack.id:
            assert pack.left <= self.last.left, "a key has added time"
        self.last = pack


async def test_random_keys_clicks_and_sizes_find_no_way_round_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch)
    blindfold(monkeypatch)
    monkeypatch.chdir(tmp_path)  # copies and pages are saved here and there
    monkeypatch.setenv("HOME", str(tmp_path))
    screens, overs, put_on, passed, emergencies = set[str](), 0, 0, NOTHING, 0
    for seed in range(STORIES):
        chance = Random(FIRST_SEED + seed)  # noqa: S311 - repeatable
        story = Story(tmp_path / str(seed), chance)
        story.begin(seed % 4)
        while story.pressed < PRESSES:
            await story.visit()
        screens |= story.screens
        put_on += len(story.truth.on) - (seed % 4 == 1)
        overs += len(story.overs)
        passed += story.true
        emergencies += story.watcher.emergencies
    assert {"PackScreen", "TipsScreen", "RoutinesScreen", "CareScreen"} <= screens, screens
    assert emergencies >= 1
    assert overs >= 1
    assert put_on >= 1
    assert passed >= HOUR
