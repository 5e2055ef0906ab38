"""The folder of one's own routines: written whole or not at all, for its owner alone."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from tests.journeys.houses import CATALOGUE, FakeClock, house_at
from tests.own import BRIDGE, CHAIR, HEAD, own_of

from unspasm.domain.own_routines import MOST_ROUTINES
from unspasm.journeys.house import House
from unspasm.journeys.shelf import Shelf, ShelfFullError, _put

LIBRARY = CATALOGUE.library
MINE = own_of(HEAD + CHAIR, LIBRARY)
OTHER = own_of(HEAD + BRIDGE, LIBRARY)


def named(name: str) -> str:
    """A routine of that id, as text."""
    return f'id = "{name}"\nname = "{name.title()}"\n{CHAIR}'


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "home" / "routines"


@pytest.fixture
def shelf(place: Path) -> Shelf:
    return Shelf(place, LIBRARY)


def test_looking_makes_nothing(shelf: Shelf, place: Path) -> None:
    assert {} == shelf.read().routines
    assert LIBRARY is shelf.library()
    assert not shelf.has("mine")
    assert not place.exists()


def test_what_is_kept_is_for_its_owner_alone_and_read_as_the_same(
    shelf: Shelf, place: Path
) -> None:
    file = shelf.save(MINE)

    assert {"mine": MINE} == shelf.read().routines
    assert [file] == list(place.iterdir())
    if os.name == "posix":
        assert 0o600 == stat.S_IMODE(file.stat().st_mode)
        assert 0o700 == stat.S_IMODE(place.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="there are no such permissions")
def test_a_folder_that_others_can_read_is_closed(shelf: Shelf, place: Path) -> None:
    place.mkdir(parents=True)
    place.chmod(0o755)
    shelf.save(MINE)

    assert 0o700 == stat.S_IMODE(place.stat().st_mode)


def test_what_is_there_is_written_over_only_on_demand(shelf: Shelf) -> None:
    shelf.save(MINE)
    with pytest.raises(FileExistsError):
        shelf.save(OTHER)
    assert {"mine": MINE} == shelf.read().routines

    shelf.save(OTHER, force=True)
    assert {"mine": OTHER} == shelf.read().routines


def test_a_change_leaves_the_comments_of_the_file(shelf: Shelf, place: Path) -> None:
    place.mkdir(parents=True)
    (place / "mine.toml").write_text(f"# by hand\n{HEAD}{CHAIR}# end\n", encoding="utf-8")
    file = shelf.change(replace(MINE, name="Yours"))

    told = f"# by hand\n{HEAD}\n{CHAIR}# end\n".replace("Mine", "Yours")
    assert told == file.read_text(encoding="utf-8")


def test_a_change_of_what_is_gone_writes_it_anew(shelf: Shelf) -> None:
    shelf.change(MINE)

    assert {"mine": MINE} == shelf.read().routines


@pytest.mark.parametrize("force", [False, True])
def test_what_cannot_be_written_leaves_everything_as_it_was(
    shelf: Shelf, place: Path, monkeypatch: pytest.MonkeyPatch, *, force: bool
) -> None:
    if force:
        shelf.save(MINE)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        shelf.save(OTHER, force=force)

    assert (["mine.toml"] if force else []) == [path.name for path in place.iterdir()]
    assert ({"mine": MINE} if force else {}) == shelf.read().routines


def test_where_the_file_system_knows_no_links_it_is_kept_all_the_same(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    shelf.save(MINE)
    with pytest.raises(FileExistsError):
        _put(shelf.path_of("mine"), shelf.path_of("mine"))

    assert {"mine": MINE} == shelf.read().routines


def test_no_more_are_kept_than_have_a_key(shelf: Shelf, place: Path) -> None:
    place.mkdir(parents=True)
    for number in range(MOST_ROUTINES):
        (place / f"r{number:02}.toml").write_text(named(f"r{number:02}"), encoding="utf-8")
    with pytest.raises(ShelfFullError):
        shelf.save(MINE)

    (place / "zz.toml").write_text(named("zz"), encoding="utf-8")
    found = shelf.read()
    assert MOST_ROUTINES == len(found.routines)
    assert [f"{place / 'zz.toml'}:1: file: 14 routines are the most"] == list(found.faults)


@pytest.mark.skipif(os.name != "posix", reason="links want rights elsewhere")
def test_a_link_and_what_is_no_file_are_told_and_not_followed(
    shelf: Shelf, place: Path, tmp_path: Path
) -> None:
    place.mkdir(parents=True)
    outside = tmp_path / "outside.toml"
    outside.write_text(named("linked"), encoding="utf-8")
    (place / "linked.toml").symlink_to(outside)
    (place / "broken.toml").symlink_to(tmp_path / "nowhere")
    (place / "folder.toml").mkdir()
    os.mkfifo(place / "pipe.toml")
    found = shelf.read()

    assert {} == found.routines
    assert 4 == len(found.faults)
    assert all("is not a file of its own" in fault for fault in found.faults)


@pytest.mark.skipif(os.name != "posix", reason="links want rights elsewhere")
def test_to_write_over_a_link_leaves_what_it_leads_to(
    shelf: Shelf, place: Path, tmp_path: Path
) -> None:
    place.mkdir(parents=True)
    outside = tmp_path / "outside.toml"
    outside.write_text("precious", encoding="utf-8")
    (place / "mine.toml").symlink_to(outside)

    assert shelf.has("mine")
    shelf.save(MINE, force=True)
    assert "precious" == outside.read_text(encoding="utf-8")
    assert {"mine": MINE} == shelf.read().routines


def test_one_bad_file_hides_no_other(shelf: Shelf, place: Path) -> None:
    shelf.save(MINE)
    (place / "bad.toml").write_text("id = 7\n", encoding="utf-8")
    (place / "other_name.toml").write_text(named("wrong"), encoding="utf-8")
    (place / "note.txt").write_text("not one of them", encoding="utf-8")
    found = shelf.read()

    assert {"mine": MINE} == found.routines
    assert any(f"{place / 'bad.toml'}:1: id: " in fault for fault in found.faults)
    assert any("'wrong' is not the name of its file" in fault for fault in found.faults)


def test_what_is_removed_is_gone(shelf: Shelf) -> None:
    shelf.save(MINE)
    shelf.remove("mine")

    assert {} == shelf.read().routines
    with pytest.raises(FileNotFoundError):
        shelf.remove("mine")


def test_where_nothing_is_kept_there_are_none(tmp_path: Path, clock: FakeClock) -> None:
    house: House = house_at(tmp_path / "home", clock)

    assert LIBRARY is house.library
    assert [] == house.shelf.files()
    with pytest.raises(OSError, match="nothing is kept"):
        house.shelf.save(MINE)
    house.close()


def test_a_house_has_the_routines_behind_ours(tmp_path: Path, clock: FakeClock) -> None:
    house = house_at(tmp_path / "home", clock)
    house.routines = tmp_path / "home" / "routines"
    house.shelf.save(MINE)

    assert [*LIBRARY.routines, "mine"] == list(house.library.routines)
    assert house.library.routines["mine"].yours
    house.close()
