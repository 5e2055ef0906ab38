"""`content check DIR`, and commands on content that is broken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.running import CONTENT, NO_SIGN, call, type_lines

Break = Callable[[Path], int]
"""Breaks a tree and returns the line on which it did."""


def replace_line(file: str, old: str, new: str) -> Break:
    """Replace the first line that starts with `old`."""

    def do(tree: Path) -> int:
        lines = (tree / file).read_text(encoding="utf-8").split("\n")
        place = next(place for place, line in enumerate(lines) if line.startswith(old))
        lines[place] = new
        (tree / file).write_text("\n".join(lines), encoding="utf-8")
        return place + 1

    return do


BROKEN: dict[str, tuple[str, Break, str]] = {
    "a wrong word": (
        "checklist.toml",
        replace_line("checklist.toml", 'urgency = "emergency"', 'urgency = "emergencies"'),
        "urgency",
    ),
    "an unknown key": (
        "checklist.toml",
        replace_line("checklist.toml", 'locks = "all"', 'lock = "all"'),
        "lock",
    ),
    "an unknown source": (
        "checklist.toml",
        replace_line("checklist.toml", 'sources = ["nice-ng59"', 'sources = ["hearsay"]'),
        "no source is called 'hearsay'",
    ),
    "no TOML": ("course.toml", replace_line("course.toml", "[[rule]]", "[[rule"), "file"),
    "a number that is text": (
        "course.toml",
        replace_line("course.toml", "days_over = 7", 'days_over = "7"'),
        "days_over",
    ),
    "a placeholder that stands for nothing": (
        "care.toml",
        replace_line("care.toml", "examine = ", 'examine = "{nobody}"'),
        "{nobody} stands for nothing here",
    ),
    "a sentence that is no sentence": (
        "interface.toml",
        replace_line("interface.toml", "nothing_yet = ", "nothing_yet = 7"),
        "must be words",
    ),
    "a sentence that nobody says": (
        "interface.toml",
        replace_line("interface.toml", "nothing_yet = ", 'nothing_yet_ = "x"'),
        "unknown key",
    ),
    "a key without a word": (
        "keys.toml",
        replace_line("keys.toml", 'label = "worse"', 'lable = "worse"'),
        "unknown key",
    ),
    "a word for no key": (
        "keys_screens.toml",
        replace_line("keys_screens.toml", "[session.pause]", "[session.paws]"),
        "session.paws: stands in no original",
    ),
    "a key that would be read as markup": (
        "keys_screens.toml",
        replace_line("keys_screens.toml", 'label = "range"', 'label = "[range"'),
        "without [",
    ),
}


@pytest.mark.parametrize("name", [str(CONTENT), f"{CONTENT}/"])
def test_the_content_as_it_ships_has_no_faults(name: str) -> None:
    said = call("content", "check", name)

    assert (said.code, said.err) == (0, "")
    assert said.out == f"{CONTENT}: no faults.\n"


def test_a_copy_has_no_faults_either(tree: Path) -> None:
    assert call("content", "check", str(tree)).code == 0


@pytest.mark.parametrize(("file", "break_it", "what"), BROKEN.values(), ids=BROKEN.keys())
def test_a_fault_is_told_with_file_and_line(
    tree: Path, file: str, break_it: Break, what: str
) -> None:
    line = break_it(tree)
    said = call("content", "check", str(tree))

    assert said.code == 2
    told = said.out.splitlines()
    assert all(one.startswith(f"{tree}/") for one in told)
    assert all(one.isprintable() for one in told)
    assert any(one.startswith(f"{tree / file}:{line}: ") and what in one for one in told), told
    assert said.err == ("1 fault.\n" if len(told) == 1 else f"{len(told)} faults.\n")


def test_words_that_are_no_toml_are_a_fault(tree: Path) -> None:
    line = replace_line("interface.toml", "[home]", "[home")(tree)
    (told,) = call("content", "check", str(tree)).out.splitlines()

    assert told.startswith(f"{tree / 'interface.toml'}:")
    assert f"line {line}" in told


def test_a_key_that_steers_a_terminal_is_shown_harmlessly(tree: Path) -> None:
    replace_line("course.toml", "days_over = 7", '"\\u001b[31m\\n" = 7')(tree)
    said = call("content", "check", str(tree))

    assert said.code == 2
    assert "?[31m?: " in said.out
    assert all(one.isprintable() or one == "\n" for one in said.out)


@pytest.mark.parametrize(
    "file",
    [
        "checklist.toml",
        "course.toml",
        "care.toml",
        "emergency_numbers.toml",
        "packs.toml",
        "sessions.toml",
        "sources.toml",
    ],
)
def test_a_missing_file_is_a_fault(tree: Path, file: str) -> None:
    (tree / file).unlink()
    said = call("content", "check", str(tree))

    assert said.code == 2
    assert f"{tree / file}:1: file: cannot be read" in said.out


@pytest.mark.parametrize("file", ["interface.toml", "keys.toml", "keys_screens.toml"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_missing_words_are_a_fault(tree: Path, file: str, language: str) -> None:
    folder = tree.rename(tree.with_name(language))
    (folder / file).unlink()
    said = call("content", "check", str(folder))

    assert said.code == 2
    faults = [one for one in said.out.splitlines() if "still reads" not in one]
    assert faults == [f"{folder / file}:1: file: cannot be read"]


@pytest.mark.parametrize("file", ["checklist.toml", "interface.toml", "keys.toml"])
def test_a_file_that_is_not_utf8_is_a_fault(tree: Path, file: str) -> None:
    (tree / file).write_bytes(b"\xff\xfe" + (tree / file).read_bytes())
    said = call("content", "check", str(tree))

    assert said.code == 2
    assert f"{tree / file}:1: file: cannot be read" in said.out


def test_several_faults_are_all_told_in_order(tree: Path) -> None:
    for _, break_it, _ in list(BROKEN.values())[:3]:
        break_it(tree)
    BROKEN["a sentence that is no sentence"][1](tree)
    told = call("content", "check", str(tree)).out.splitlines()

    assert len(told) >= 4
    places = [(one.split(":")[0], int(one.split(":")[1])) for one in told]
    assert places == sorted(places)


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    name = str(tmp_path / "nowhere")

    assert name in call("content", "check", name).complaint


def test_a_file_in_place_of_a_folder_is_one_clear_line(tree: Path) -> None:
    assert "not a folder" in call("content", "check", str(tree / "care.toml")).complaint


def test_an_empty_folder_lacks_every_file(tmp_path: Path) -> None:
    said = call("content", "check", str(tmp_path))
    told = said.out.splitlines()
    files = {path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.toml")}

    assert said.code == 2
    assert {one.partition(":")[0] for one in told} == {f"{tmp_path}/{file}" for file in files}
    assert len(told) == len(files)


@pytest.mark.parametrize("words", [[], ["check"], ["look", "x"], ["check", "a", "b"]])
def test_words_that_do_not_go_together_are_one_clear_line(words: list[str]) -> None:
    assert call("content", *words).complaint.startswith("unspasm")


# --- commands on broken content -------------------------------------------------------------------

ANSWERS = '{"age": 38, "days": 2, "pain": 5, "yes": ["fever"]}'


@pytest.fixture
def broken(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree with a broken checklist, in use."""
    BROKEN["a wrong word"][1](tree)
    monkeypatch.setenv("UNSPASM_CONTENT", str(tree))
    return tree


@pytest.fixture
def without_words(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree with a sentence missing, in use."""
    BROKEN["a sentence that nobody says"][1](tree)
    monkeypatch.setenv("UNSPASM_CONTENT", str(tree))
    return tree


def test_another_folder_may_be_in_use(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_line("care.toml", 'level = "TODAY"', 'level = "AT ONCE"')(tree)
    monkeypatch.setenv("UNSPASM_CONTENT", str(tree))

    assert call("check", "--answers", "-", typed=ANSWERS).out.startswith("AT ONCE. ")


@pytest.mark.parametrize("words", [["--answers", "-"], ["--answers", "-", "--json"], ["--plain"]])
def test_a_check_on_a_broken_checklist_says_so_and_gives_no_verdict(
    broken: Path, words: list[str]
) -> None:
    typed = ANSWERS if "-" in words else type_lines(*NO_SIGN)
    said = call("check", *words, typed=typed)

    assert said.code == 2
    assert said.out == ""
    assert f"{broken / 'checklist.toml'}:" in said.err
    assert "the content has faults" in said.err
    assert "Traceback" not in said.err


def test_home_shows_itself_even_so(broken: Path) -> None:
    said = call()

    assert said.code == 0
    assert "Nothing checked yet" in said.out


def test_a_check_in_a_missing_folder_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNSPASM_CONTENT", str(tmp_path / "nowhere"))

    for words in (["check", "--answers", "-"], ["check", "--plain"], []):
        said = call(*words, typed=ANSWERS)
        assert said.code == 2
        assert "nowhere" in said.err
        assert said.out == ""


@pytest.mark.parametrize(
    "words", [[], ["--plain"], ["check", "--plain"], ["check", "--answers", "-"]]
)
def test_without_its_words_no_command_speaks(without_words: Path, words: list[str]) -> None:
    complaint = call(*words, typed=ANSWERS).complaint

    assert str(without_words / "interface.toml") in complaint
    assert "nothing_yet" in complaint


@pytest.mark.parametrize("file", ["keys.toml", "keys_screens.toml"])
def test_without_the_words_of_keys_plain_lines_still_speak(
    tree: Path, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tree / file).unlink()
    monkeypatch.setenv("UNSPASM_CONTENT", str(tree))

    assert call("check", "--answers", "-", typed=ANSWERS).code == 30


def test_json_needs_no_words(without_words: Path) -> None:
    said = call("check", "--answers", "-", "--json", "--record", typed=ANSWERS)

    assert (said.code, said.err) == (30, "")


def test_a_trouble_is_told_even_without_words(without_words: Path, home: Path) -> None:
    home.write_text("in the way", encoding="utf-8")
    said = call("check", "--answers", "-", "--json", "--record", typed=ANSWERS)

    assert said.code == 30
    assert said.err == "unspasm: trouble with the record: unavailable\n"


# --- translations ---------------------------------------------------------------------------------


@pytest.fixture
def translation(tree: Path) -> Path:
    """A translation that has just been begun."""
    return tree.rename(tree.with_name("de"))


def test_a_translator_is_told_what_is_still_owed(translation: Path) -> None:
    said = call("content", "check", str(translation))
    line = next(one for one in said.out.splitlines() if ": home.what_now: " in one)

    assert said.code == 1
    assert line.startswith(f"{translation / 'interface.toml'}:")
    assert line.endswith(": still reads as the original: What now?")
    assert said.err == f"{len(said.out.splitlines())} texts to translate.\n"


def test_faults_come_before_what_is_owed(translation: Path) -> None:
    line = replace_line("interface.toml", "what_now = ", 'what_now = "Was {jetzt}?"')(translation)
    said = call("content", "check", str(translation))

    assert said.code == 2
    assert said.out.splitlines()[0] == (
        f"{translation / 'interface.toml'}:{line}: home.what_now: {{jetzt}} stands for nothing here"
    )
    assert said.err.startswith("1 fault.\n")


def test_brackets_that_do_not_close_are_a_fault_in_any_language(tree: Path) -> None:
    line = replace_line("interface.toml", "what_now = ", 'what_now = "What {now?"')(tree)
    said = call("content", "check", str(tree))

    assert said.code == 2
    assert said.out.startswith(f"{tree / 'interface.toml'}:{line}: home.what_now: expected '}}'")


def test_what_a_translated_file_lacks_is_told_once(translation: Path) -> None:
    (translation / "care.toml").unlink()
    told = call("content", "check", str(translation)).out.splitlines()

    assert len([one for one in told if "/care.toml" in one]) == 1


def test_readability_is_reported_for_every_file(tree: Path) -> None:
    said = call("content", "check", str(tree), "--readability")

    assert said.code == 0
    for name in ("care.toml", "checklist.toml", "interface.toml", "stretches", "routines", "all"):
        assert f"\n{name}: grade " in f"\n{said.out}"
    assert " words: " in said.out
