"""What the documents name exists, and the README counts right."""

import re
from pathlib import Path

import pytest
from tests.content.test_stretches import EXERCISES
from tests.content.tip_questions import QUESTIONS
from tests.journeys.houses import CATALOGUE
from tests.safety.tables import worked_cases

from unspasm.cli.outline import outline
from unspasm.cli.parser import build_parser

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "unspasm"
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
MADE_BY_THE_READER = ("content/de",)
"""What a page tells to make, and so is not there yet."""

IN_WORDS = {10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen"}

ROOTED = re.compile(r"(?<![\w./-])(?:src|content|tests|docs|scripts|benchmarks)/[\w./*-]*")
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


def test_the_readme_counts_as_the_content_does() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    tips, library = CATALOGUE.tips, CATALOGUE.library
    cases = len(worked_cases())

    assert f"{len(tips.tips)} of them in {IN_WORDS[len(tips.topics)]} topics" in text
    assert f"{IN_WORDS[len(library.routines)]} routines" in text
    assert f"All {len(EXERCISES)} exercises" in text
    assert f"{cases} worked cases" in text
    assert f"{len(QUESTIONS)} questions" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_document_names_exists(page: Path) -> None:
    there = {part.last for part in outline(build_parser()).commands}
    assert set(A_COMMAND.findall(page.read_text(encoding="utf-8"))) - there == set()
