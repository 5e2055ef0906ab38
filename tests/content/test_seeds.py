"""Every useful fact of the articles, and every row on the first hours, is said where a map says."""

import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from tests.content.texts import values_in

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content" / "en"
MAPS = ("seed_map.toml", "first_hours_map.toml")
SEEDS = {"S0", "S1", "S2", "S3", "S4"}
KEYS = {"item", "seeds", "at", "says"}
READ = ("title", "lead", "lines", "differs")
"""What a person reads of a tip."""
KINDS = {"stretches": "stretch", "routines": "routine"}
FIRST_HOURS = [f"FH{number:02}" for number in range(1, 48)]


def rows_of(name: str) -> list[dict[str, Any]]:
    """The rows of a map."""
    rows: list[dict[str, Any]] = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["row"]
    return rows


ROWS = [row for name in MAPS for row in rows_of(name)]


@cache
def files() -> dict[str, dict[str, Any]]:
    """Every file of content, by name."""
    return values_in(CONTENT)


@cache
def places() -> dict[str, str]:
    """Everything that a map may name, with its words."""
    found = {"pack": words_in(files()["packs.toml"])}
    for name, values in files().items():
        if name.startswith("tips/"):
            found |= {
                f"tip:{tip['id']}": words_in(tip.get(key, "") for key in READ)
                for tip in values["tip"]
            }
        elif name.startswith(("stretches/", "routines/")):
            found[f"{KINDS[name.partition('/')[0]]}:{values['id']}"] = words_in(values)
    checklist, course = files()["checklist.toml"], files()["course.toml"]
    for page in checklist["page"]:
        found |= {f"sign:{sign['id']}": words_in(sign) for sign in page["sign"]}
    listed = [one for value in course.values() if isinstance(value, list) for one in value]
    found |= {f"course:{one['id']}": words_in(one) for one in listed if isinstance(one, dict)}
    return found


def words_in(value: object) -> str:
    """All words of a value, white space folded and in small letters."""
    match value:
        case str():
            return " ".join(value.split()).casefold()
        case dict():
            return words_in(value.values())
        case Iterable():
            return " ".join(words_in(one) for one in value)
        case _:
            return ""


@pytest.mark.parametrize("name", MAPS)
def test_a_map_says_for_each_row_what_where_and_how(name: str) -> None:
    rows = rows_of(name)

    assert rows
    assert all(set(row) == KEYS and row["item"] and row["says"] for row in rows)
    assert set(chain.from_iterable(row["seeds"] for row in rows)) <= SEEDS


@pytest.mark.parametrize("name", MAPS)
def test_every_row_of_a_map_is_said_where_it_says(name: str) -> None:
    unsaid = [
        f"{row['item']}: {row['at']}: {row['says']}"
        for row in rows_of(name)
        if words_in(row["says"]) not in places().get(row["at"], "")
    ]

    assert not unsaid


def test_each_article_is_mapped() -> None:
    assert SEEDS == set(chain.from_iterable(row["seeds"] for row in ROWS))


def test_each_row_on_the_first_hours_is_mapped() -> None:
    mapped = {row["item"].split()[0] for row in rows_of("first_hours_map.toml")}

    assert set(FIRST_HOURS) == mapped


def test_a_word_that_is_said_nowhere_would_be_found() -> None:
    assert words_in("call an astrologer") not in places()["tip:on-the-floor"]


# --- sources --------------------------------------------------------------------------------------


def test_every_tip_and_every_small_thing_has_a_source_that_resolves() -> None:
    known = {source["id"] for source in files()["sources.toml"]["source"]}
    tips = [
        tip for name, file in files().items() if name.startswith("tips/") for tip in file["tip"]
    ]
    wanted = [*tips, *files()["plan.toml"]["small"]]

    assert len(wanted) > 100
    assert all(one["sources"] and known.issuperset(one["sources"]) for one in wanted)
