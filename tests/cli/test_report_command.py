"""`report`: one page for a clinician."""

import json
import os
import stat
from pathlib import Path

import pytest
from tests.cli.running import call, type_lines

from unspasm.domain.entries import Body
from unspasm.domain.log_entries import PainLog
from unspasm.journeys.door import open_house
from unspasm.paths import content_folder

posix_only = pytest.mark.skipif(os.name != "posix", reason="no such permissions here")


def keep(home: Path, *bodies: Body) -> None:
    """Keep these entries now."""
    house = open_house(content_folder(), home)
    try:
        assert house.append([house.entry(body) for body in bodies])
    finally:
        house.close()


@pytest.fixture
def logged(home: Path) -> Path:
    """A record with one log."""
    keep(home, PainLog(6, note="after <gardening>"))
    return home


def test_without_a_record_there_is_nothing_to_tell() -> None:
    said = call("report")

    assert said.code == 1
    assert said.out == "There is nothing to tell of these days.\n"


def test_it_is_markdown_unless_it_is_told_otherwise(logged: Path) -> None:
    said = call("report")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("# Back pain: a page for a clinician\n")
    assert "Not a diagnosis" in said.out
    assert "after \\<gardening\\>" in said.out


@pytest.mark.parametrize(
    ("words", "name", "begins"),
    [
        (("--format", "html"), "x", "<!DOCTYPE html>"),
        (("--format", "json"), "x", "{"),
        ((), "x.html", "<!DOCTYPE html>"),
        ((), "x.HTM", "<!DOCTYPE html>"),
        ((), "x.json", "{"),
        ((), "x.md", "# "),
        (("--format", "md"), "x.html", "# "),
    ],
)
def test_the_format_is_the_one_asked_for_or_that_of_the_name(
    logged: Path, tmp_path: Path, words: tuple[str, ...], name: str, begins: str
) -> None:
    file = tmp_path / name
    said = call("report", *words, "-o", str(file))

    assert (said.code, said.err) == (0, "")
    assert "health data" in said.out
    assert file.read_text(encoding="utf-8").startswith(begins)


@posix_only
def test_the_file_is_for_its_owner_alone(logged: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    call("report", "-o", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    file.chmod(0o644)
    assert call("report", "-o", str(file), "--force").code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_writes_over_nothing_unless_it_is_told_to(logged: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text("mine", encoding="utf-8")

    assert "is there already" in call("report", "-o", str(file)).complaint
    assert file.read_text(encoding="utf-8") == "mine"
    assert call("report", "-o", str(file), "--force").code == 0
    assert file.read_text(encoding="utf-8").startswith("# ")
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["page.md"]


@posix_only
def test_it_follows_no_link(logged: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "elsewhere")

    assert "is there already" in call("report", "-o", str(link)).complaint
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_that_cannot_be_written_is_one_clear_line(logged: Path, tmp_path: Path) -> None:
    name = str(tmp_path / "nowhere" / "page.md")
    assert name in call("report", "-o", name).complaint
    assert name in call("report", "-o", name, "--force").complaint

    assert call("report", "-o", str(tmp_path)).complaint
    assert call("report", "-o", str(tmp_path), "--force").complaint
    assert [one.name for one in tmp_path.iterdir()] == ["home"]


def test_a_disk_that_fills_up_leaves_no_half_a_page(
    logged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = open

    def full(file: object, *arguments: object, **named: object) -> object:
        opened = real(file, *arguments, **named)  # type: ignore[call-overload]
        if isinstance(file, int) and arguments == ("w",):
            opened.close()
            raise OSError(28, "No space left on device")
        return opened

    monkeypatch.setattr("builtins.open", full)
    file = tmp_path / "page.md"

    assert "No space left" in call("report", "-o", str(file)).complaint
    assert not file.exists()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--since", "yesterday"), "yesterday"),
        (("--until", "2026-02-30"), "2026-02-30"),
        (("--since", "20260503"), "20260503"),
        (("--since", ""), "''"),
        (("--since", "2026-05-03", "--until", "2026-05-02"), "2026-05-02"),
        (("--without", "everything"), "everything"),
        (("--without", "notes,"), "notes"),
        (("--without", "\x1b[31m"), "parts are"),
        (("--format", "pdf"), "pdf"),
        (("--colour",), "--colour"),
    ],
)
def test_bad_input_is_one_clear_line(logged: Path, words: tuple[str, ...], named: str) -> None:
    assert named in call("report", *words).complaint


def test_days_and_parts_can_be_left_out(logged: Path) -> None:
    without = call("report", "--without", "notes", "--without", "where, set-off")
    assert without.code == 0
    assert "gardening" not in without.out
    assert "Left out by the person: where, what set it off, notes." in without.out

    assert call("report", "--until", "2001-01-01").code == 1
    assert call("report", "--since", "0001-01-01").code == 0


def test_a_ticked_sign_is_on_the_page_with_what_became_of_it(home: Path) -> None:
    assert call("check", "--plain", typed=type_lines("1")).code == 40
    told = json.loads(call("report", "--format", "json").out)
    (sign,) = told["signs"]
    assert (sign["id"], sign["stands"]) == ("saddle", True)

    assert call("--plain", typed=type_lines("2", "1", "1", "", "q")).code == 0
    told = json.loads(call("report", "--format", "json").out)
    (outcome,) = told["signs"][0]["ticks"][0]["outcomes"]
    assert (outcome["became"], outcome["said"]) == ("seen", "go_on")


def test_the_screen_gets_the_same_bytes_as_a_file(logged: Path, tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    call("report", "-o", str(file))

    out = call("report", "-o", "-").out
    made = "by unspasm"
    kept = [line for line in file.read_text(encoding="utf-8").splitlines() if made not in line]
    assert kept == [line for line in out.splitlines() if made not in line]
