"""What the documents name exists: files, folders, links, tests and commands."""

import re
from pathlib import Path

import pytest

from unspasm.cli.outline import outline
from unspasm.cli.parser import build_parser

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "unspasm"
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
MADE_BY_THE_READER = ("content/de",)
"""What a page tells to make, and so is not there yet."""

ROOTED = re.compile(r"(?<![\w./-])(?:\.ci|src|content|tests|docs|scripts|benchmarks)/[\w./*-]*")
IN_SOURCE = re.compile(r"`([a-z]+(?:/[a-z_]+)*/?(?:[a-z_]+\.(?:py|tcss))?)`")
A_TEST = re.compile(r"\btest_\w+\.py\b")
A_LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
A_COMMAND = re.compile(r"(?:^ {4}(?:uv run )?|`|uv run )unspasm ([a-z]+)", re.MULTILINE)
"""Of a block of code or of code in a line."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_a_document_names_exists(page: Path) -> None:
    named = {path.rstrip(".,") for path in ROOTED.findall(page.read_text(encoding="utf-8"))}
    missing = {
        path
        for path in named
        if not path.startswith(MADE_BY_THE_READER) and not any(ROOT.glob(path))
    }
    assert missing == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_document_leads_to_a_file(page: Path) -> None:
    links = A_LINK.findall(page.read_text(encoding="utf-8"))
    missing = {to for to in links if "://" not in to and not (page.parent / to).exists()}
    assert missing == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_that_a_document_names_exists(page: Path) -> None:
    there = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert set(A_TEST.findall(page.read_text(encoding="utf-8"))) - there == set()


def test_every_module_that_the_contributors_are_sent_to_exists() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {path for path in IN_SOURCE.findall(text) if "/" in path}
    missing = {
        path
        for path in named
        if not (ROOT / path).exists()
        and not (SOURCE / path).exists()
        and not path.startswith(MADE_BY_THE_READER)
    }
    assert missing == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_document_names_exists(page: Path) -> None:
    there = {part.last for part in outline(build_parser()).commands}
    assert set(A_COMMAND.findall(page.read_text(encoding="utf-8"))) - there == set()
