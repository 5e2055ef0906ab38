"""`unspasm tips` from a shell: topics, one tip, a search, its JSON, and a card instead."""

import json
from pathlib import Path

import pytest
from tests.cli.running import CONTENT, ROOT, call, text_of
from tests.journeys.houses import CATALOGUE
from tests.test_import_hygiene import FULL_SCREEN, LOADED_BY_A_COMMAND, run

from unspasm.words import read_words

LIBRARY = CATALOGUE.tips
WORDS = read_words(CONTENT)
TIPS = WORDS.tips
TIP_KEYS = ["id", "topic", "title", "check", "lead", "lines", "differs", "related", "sources"]
TOPIC_KEYS = ["id", "title", "about", "tips"]


def test_without_a_name_the_topics_are_listed() -> None:
    said = call("tips")

    assert (said.code, said.err) == (0, "")
    *lines, more = said.out.splitlines()
    assert [topic.id for topic in LIBRARY.topics] == [line.split()[0] for line in lines]
    assert TIPS.shell_more == more


def test_a_topic_lists_its_tips_and_marks_what_is_to_be_checked() -> None:
    topic = next(one for one in LIBRARY.topics if any(tip.check for tip in one.tips))
    said = call("tips", topic.id)

    assert said.code == 0
    for line, tip in zip(said.out.splitlines(), topic.tips, strict=True):
        assert line.startswith(tip.id)
        assert tip.check == line.endswith(f"({TIPS.check_now_shell})")


@pytest.mark.parametrize("name", ["heart-attack", "Heart Attack", "heart_attack "])
def test_a_tip_is_told_whole_with_its_sources(name: str) -> None:
    tip = LIBRARY.tips["heart-attack"]
    said = call("tips", name)

    assert said.code == 0
    lines = said.out.splitlines()
    assert [tip.title, TIPS.check_first_shell, tip.lead, *tip.lines] == lines[: 3 + len(tip.lines)]
    assert CATALOGUE.sources[tip.sources[0]].title in said.out


def test_a_title_is_a_name_too() -> None:
    assert call("tips", LIBRARY.topics[0].title).out == call("tips", LIBRARY.topics[0].id).out


@pytest.mark.parametrize(
    ("name", "near"), [("hart-atack", "heart-attack"), ("medicine", "medicines")]
)
def test_an_unknown_name_is_one_line_with_the_names_near_it(name: str, near: str) -> None:
    said = call("tips", name)

    assert (said.code, said.out) == (1, "")
    (line,) = said.err.splitlines()
    assert near in line


@pytest.mark.parametrize("name", ["xxxxxxxx", "\x1b[31m", ""])
def test_a_name_that_is_near_to_nothing_says_so(name: str) -> None:
    said = call("tips", name)

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("unspasm tips: there is no tip or topic")
    assert said.err.removesuffix("\n").isprintable()


def test_a_search_lists_what_answers_the_best_first() -> None:
    said = call("tips", "--search", "cant pee")

    assert said.code == 0
    assert {"cannot-pee", "hard-to-pee"} == {x.split()[0] for x in said.out.splitlines()[:2]}
    assert said.out.splitlines()[0].endswith(f"({TIPS.check_now_shell})")


def test_a_search_without_a_find_is_exit_1() -> None:
    said = call("tips", "--search", "zzzzzz")

    assert (said.code, said.out, said.err) == (1, f"{TIPS.found_none}\n", "")


def test_a_name_and_words_do_not_go_together() -> None:
    assert TIPS.one_or_other in call("tips", "walking", "--search", "walk").complaint


# --- JSON -----------------------------------------------------------------------------------------


def test_the_json_has_the_documented_shape() -> None:
    topics = json.loads(call("tips", "--json").out)["topics"]
    assert all(TOPIC_KEYS == list(topic) for topic in topics)
    assert list(LIBRARY.tips) == [tip["id"] for topic in topics for tip in topic["tips"]]
    assert topics[0] == json.loads(call("tips", topics[0]["id"], "--json").out)

    tip = json.loads(call("tips", "walking", "--json").out)
    assert TIP_KEYS == list(tip)
    found = json.loads(call("tips", "--search", "walking", "--json").out)["tips"]
    assert tip in found
    nothing = call("tips", "--search", "zzzzzz", "--json")
    assert (nothing.code, json.loads(nothing.out)) == (1, {"tips": []})


def test_the_keys_of_the_json_are_those_of_the_documents() -> None:
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    section = text.partition("# `unspasm tips --json`")[2].partition("\n# ")[0]

    assert section
    for key in {*TIP_KEYS, *TOPIC_KEYS, "refused", "say"}:
        assert f"`{key}`" in section


# --- a card instead -------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [[], ["walking"], ["--search", "walk"], ["xxxxxxxx"]])
@pytest.mark.parametrize(
    ("answers", "why", "says"),
    [
        ({"yes": ["saddle_numb"]}, "emergency", "EMERGENCY"),
        ({"age": 14}, "under_16", "16"),
    ],
    ids=["emergency", "under 16"],
)
def test_a_card_comes_before_anything_to_read(
    words: list[str], answers: dict[str, object], why: str, says: str
) -> None:
    call("check", "--answers", "-", "--record", typed=text_of(**answers))
    said = call("tips", *words)

    assert said.code == 3
    assert says in said.out
    assert not any(tip.lead in said.out for tip in LIBRARY.tips.values())
    in_json = call("tips", *words, "--json")
    assert in_json.code == 3
    assert why == json.loads(in_json.out)["refused"]


def test_no_full_screen_is_loaded(tmp_path: Path) -> None:
    code, said, loaded = json.loads(
        run(LOADED_BY_A_COMMAND, "tips", "--search", "walk", home=tmp_path / "home")
    )

    assert code == 0
    assert said
    assert not FULL_SCREEN & frozenset(loaded)
