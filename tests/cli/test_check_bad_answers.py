"""`check --answers` with what are no answers: one clear line, whatever it is."""

import json
import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.running import FINE, call, text_of
from tests.faults.mutations import changed
from tests.faults.tally import FUZZ, Tally, often

ONE_TALLY = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
"""It counts all examples together."""


def without(*keys: str) -> str:
    return json.dumps({key: value for key, value in FINE.items() if key not in keys})


# --- bad input ------------------------------------------------------------------------------------

BAD = {
    "age is missing": (without("age"), "age"),
    "days are missing": (without("days"), "days"),
    "pain is missing": (without("pain"), "pain"),
    "yes is missing": (without("yes"), "yes"),
    "everything is missing": ("{}", "age"),
    "an unknown key": (text_of(name="Ada"), "name"),
    "a key with another case": (text_of(Age=38), "Age"),
    "an unknown fact": (text_of(yes=["saddle_num"]), "saddle_numb"),
    "an unknown fact that is unsure": (text_of(unsure=["nothing"]), "nothing"),
    "a group as a fact": (text_of(yes=["nerve_sign"]), "nerve_sign"),
    "a sign as a fact": (text_of(yes=["limb_mild"]), "limb_mild"),
    "an empty fact": (text_of(yes=[""]), "''"),
    "a key twice": ('{"age": 38, "age": 15, "days": 2, "pain": 5, "yes": []}', "age"),
    "yes twice": ('{"age": 38, "days": 2, "pain": 5, "yes": ["fever"], "yes": []}', "yes"),
    "a boolean for the age": (text_of(age=True), "age"),
    "a boolean for the days": (text_of(days=False), "days"),
    "a boolean for the pain": (text_of(pain=True), "pain"),
    "a boolean for yes": (text_of(yes=True), "yes"),
    "a boolean among yes": (text_of(yes=[True]), "yes.0"),
    "text for the age": (text_of(age="38"), "age"),
    "text for the days": (text_of(days="2"), "days"),
    "text for the pain": (text_of(pain="5"), "pain"),
    "text for yes": (text_of(yes="fever"), "yes"),
    "an object for yes": (text_of(yes={"fever": True}), "yes"),
    "null for the age": (text_of(age=None), "age"),
    "null for yes": (text_of(yes=None), "yes"),
    "null for unsure": (text_of(unsure=None), "unsure"),
    "null for the trend": (text_of(trend=None), "trend"),
    "an unknown trend": (text_of(trend="better"), "trend"),
    "a fraction for the age": (text_of(age=38.5), "age"),
    "a whole fraction for the age": (text_of(age=38.0), "age"),
    "a fraction for the pain": (text_of(pain=5.5), "pain"),
    "NaN": (text_of(days=float("nan")), "NaN"),
    "infinity": (text_of(days=float("inf")), "Infinity"),
    "minus infinity": (text_of(days=float("-inf")), "Infinity"),
    "NaN for the age": (text_of(age=float("nan")), "NaN"),
    "infinity in disguise": ('{"age": 38, "days": 1e999, "pain": 5, "yes": []}', "days"),
    "infinity in disguise for the pain": (
        '{"age": 38, "days": 1, "pain": 1e999, "yes": []}', "pain",
    ),
    "a number with a great many digits": (
        f'{{"age": 38, "days": {"9" * 400}, "pain": 5, "yes": []}}', "days",
    ),
    "a number with too many digits": (
        f'{{"age": {"9" * 5000}, "days": 1, "pain": 5, "yes": []}}', "JSON",
    ),
    "the age is below 0": (text_of(age=-1), "age"),
    "the age is above 120": (text_of(age=121), "age"),
    "the days are below 0": (text_of(days=-0.01), "days"),
    "the days are too many": (text_of(days=36_500.1), "days"),
    "the pain is below 0": (text_of(pain=-1), "pain"),
    "the pain is above 10": (text_of(pain=11), "pain"),
    "nothing": ("", "JSON"),
    "white space": (" \n\t ", "JSON"),
    "words": ("my back hurts", "JSON"),
    "cut short": (text_of()[:-1], "JSON"),
    "something after it": (text_of() + "x", "JSON"),
    "two objects": (text_of() * 2, "JSON"),
    "a comma too many": ('{"age": 38, "days": 2, "pain": 5, "yes": [],}', "JSON"),
    "single quotes": (text_of().replace('"', "'"), "JSON"),
    "a remark": ("// mine\n" + text_of(), "JSON"),
    "a byte order mark": ("\ufeff" + text_of(), "JSON"),
    "a list": (f"[{text_of()}]", "object"),
    "a number": ("38", "object"),
    "a word": ('"fever"', "object"),
    "null": ("null", "object"),
    "NaN alone": ("NaN", "NaN"),
    "nested deeply": ("[" * 60_000, "JSON"),
    "nested deeply within": (text_of()[:-1] + ',"x":' + '{"a":' * 12_000, "JSON"),
    "a key that steers a terminal": (text_of(**{"\x1b[31m": 1}), "?[31m"),
    "a key of several lines": (text_of(**{"a\nb": 1}), "a?b"),
    "a fact that steers a terminal": (text_of(yes=["\x1b[31m"]), "\\x1b[31m"),
    "half a character as a key": (text_of(**{"\ud800": 1}), "string"),
    "half a character as a fact": (text_of(yes=["\ud800"]), "\\ud800"),
    "a great many wrong keys": (text_of(**{f"k{n}": n for n in range(3000)}), "k0"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "named"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_one_clear_line(text: str, named: str, home: Path) -> None:
    for more in ([], ["--json", "--record"]):
        complaint = call("check", "--answers", "-", *more, typed=text).complaint

        assert complaint.startswith("unspasm check: ")
        assert named in complaint
        assert len(complaint) < 400
    assert not home.exists()


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (b"\xff\xfe{\x00}\x00", "UTF-8"),
        (text_of().encode("utf-16"), "UTF-8"),
        (b'{"age": 38, "\xe9": 1}', "UTF-8"),
        (b"\x00", "JSON"),
        (text_of().encode() + b" " * 100_000, "large"),
        (text_of().encode() + b" " * 2_000_000 + b"x", "large"),
        (b"0" * 2_000_000, "large"),
    ],
    ids=["a mark", "UTF-16", "latin-1", "a nought", "padded", "padded and broken", "huge"],
)
def test_bytes_that_are_no_answers_are_one_clear_line(
    raw: bytes, named: str, tmp_path: Path
) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(raw)

    assert named in call("check", "--answers", "-", typed=raw).complaint
    complaint = call("check", "--answers", str(file)).complaint
    assert named in complaint
    assert complaint.startswith("unspasm check: ")


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    name = str(tmp_path / "nowhere.json")

    assert name in call("check", "--answers", name).complaint


def test_a_folder_is_one_clear_line(tmp_path: Path) -> None:
    assert "directory" in call("check", "--answers", str(tmp_path)).complaint.casefold()


def test_a_file_name_that_steers_a_terminal_is_shown_harmlessly() -> None:
    assert "?[31mx?y" in call("check", "--answers", "\x1b[31mx\ny").complaint


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everything can be read here")
def test_a_file_that_may_not_be_read_is_one_clear_line(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(text_of(), encoding="utf-8")
    file.chmod(0)

    assert "ermission" in call("check", "--answers", str(file)).complaint


@pytest.mark.parametrize(
    "words",
    [
        ["--json"], ["--record"], ["--country", "GB"], ["--plain", "--json"],
        ["--answers"], ["--answers", "-", "--country", "ZZ"], ["--answers", "-", "--country", ""],
        ["--guest", "--record", "--answers", "-"], ["--no-such-thing"], ["more"], ["--js"],
        ["--answers", "-", "--country", "\x1b[31m"], ["\x1b[31m\n"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_words_that_do_not_go_together_are_one_clear_line(words: list[str], home: Path) -> None:
    said = call("check", *words, typed=text_of())

    if words == ["--answers", "-", "--country", ""]:
        assert said.code == 0
    else:
        assert said.complaint
    assert not home.exists()


plausible = st.one_of(
    st.integers(-2, 130),
    st.floats(-2, 40_000),
    st.sampled_from(["improving", "unknown", "fever", "saddle_numb", "", "38"]),
    st.lists(st.sampled_from(["fever", "saddle_numb", "night_sweats", "x"]), max_size=3),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)
some_key = st.sampled_from(["age", "days", "pain", "trend", "yes", "unsure"])
some_object = st.dictionaries(some_key | st.text(max_size=3), plausible | anything, max_size=8)
nearly_fine = some_object.map(lambda changed: {**FINE, **changed})


@settings(max_examples=len(often(60, 2000)), suppress_health_check=ONE_TALLY)
@given(st.one_of(nearly_fine, some_object, anything), st.integers(0, 3))
def test_whatever_json_is_given_there_is_a_verdict_or_one_clear_line(
    tally: Tally, value: object, cut: int
) -> None:
    text = json.dumps(value)
    with tally("answers as JSON", table=FUZZ):
        see_a_verdict_or_one_clear_line(text[: len(text) - cut].encode())


@settings(max_examples=len(often(40, 1000)), suppress_health_check=ONE_TALLY)
@given(st.binary(max_size=60))
def test_whatever_bytes_are_given_there_is_one_clear_line(tally: Tally, raw: bytes) -> None:
    with tally("bytes as answers", table=FUZZ):
        assert call("check", "--answers", "-", typed=raw).complaint


@pytest.mark.parametrize("seed", often(1, 40))
def test_answers_with_slips_come_to_a_verdict_or_one_clear_line(tally: Tally, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same slips every time
    for _ in range(25):
        with tally("answers with slips", table=FUZZ):
            see_a_verdict_or_one_clear_line(changed(chance, text_of(yes=["fever"])))


def see_a_verdict_or_one_clear_line(raw: bytes) -> None:
    said = call("check", "--answers", "-", "--json", typed=raw)
    if said.code == 2:
        assert said.complaint.startswith("unspasm check: ")
    else:
        assert said.code in {0, 10, 20, 30, 40}
        assert said.err == ""
        assert json.loads(said.out).keys() == {"urgency", "reasons", "card"}
