"""The page about settings says what the program does."""

import tomllib
from pathlib import Path

from tests.plain.talking import WORDS

from unspasm.app import UnspasmApp
from unspasm.flows.keymap import wrong_keys
from unspasm.settings.values import CHECKS
from unspasm.settings.writing import new_file
from unspasm.words.settings_words import comments

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
BLOCKS = [one.partition("```")[0] for one in PAGE.split("```toml\n")[1:]]


def test_the_page_shows_a_new_file_as_it_is_with_every_setting() -> None:
    text = new_file(comments(WORDS.settings))

    assert text == BLOCKS[0], "paste this into docs/settings.md:\n" + text
    for name in CHECKS:
        assert f"\n# {name} = " in text
        assert getattr(WORDS.settings, f"about_{name}")


def test_the_keys_that_it_shows_may_be_chosen() -> None:
    assert {} == wrong_keys(UnspasmApp, tomllib.loads(BLOCKS[1])["keys"])
