"""The page about the record names every kind of entry, and all that its body holds."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.journal.made_up import bodies_by_type, entry

from unspasm.domain.entries import Body
from unspasm.journal.records import KINDS, kinds_of, to_row

PAGE = (Path(__file__).parents[2] / "docs" / "journal.md").read_text(encoding="utf-8")
ROWS = {row.split("`")[1]: row for row in PAGE.splitlines() if row.startswith("| `")}
STAMP = {"wall", "boot", "boot_id"}
ALWAYS = {"utc_offset"}
"""Said above the table."""


def test_the_page_names_every_kind_and_no_other() -> None:
    assert set(KINDS) == set(ROWS)


@pytest.mark.parametrize("kind", bodies_by_type, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_the_page_names_what_a_body_holds(kind: type[Body], data: st.DataObject) -> None:
    row = to_row(entry("one", data.draw(bodies_by_type[kind])), "")
    named = set(re.findall(r"`(\w+)`", ROWS[kinds_of([kind])[0]]))
    told = named | ALWAYS | (STAMP if "a stamp" in ROWS[row.kind] else set())

    assert set(json.loads(row.body)) <= told
