"""Content with anything wrong in it: every fault has its file and line, and nothing breaks."""

import shutil
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from tests.content.broken import Copy
from tests.faults.mutations import spoil
from tests.faults.tally import FUZZ, Tally, often

from unspasm.catalogue import ContentFaultsError, Fault, load
from unspasm.catalogue.figures import figures_in
from unspasm.words import FILE, WordsError, read_words
from unspasm.words import faults_in as faults_in_words

SMALL = Path(__file__).parents[1] / "content" / "small"
AT_ONCE = 20
"""Trees in one test."""


def put_back(file: Path, text: str) -> None:
    if file.is_dir():
        shutil.rmtree(file)
    file.write_text(text, encoding="utf-8")


def has_its_place(fault: Fault, folder: Path) -> bool:
    """Whether a fault names a file of the tree, a line that is there, a key, and what is wrong."""
    file = Path(fault.file)
    lines = len(file.read_bytes().splitlines()) if file.is_file() else 1
    said = str(fault)
    inside = file.is_relative_to(folder)
    return inside and 1 <= fault.line <= lines + 1 and bool(fault.key and fault.what and said)


def refusal(folder: Path) -> tuple[Fault, ...]:
    """Read it as the program does; return why it is not used."""
    try:
        found = load(folder)
        _ = found.packs, found.library, found.tips, found.sources
        figures_in(folder / "stretches")
    except ContentFaultsError as error:
        return error.faults
    return ()


@pytest.mark.parametrize("seed", often(3, 100))
def test_whatever_is_wrong_with_content_is_told_by_file_and_line(
    tmp_path: Path, tally: Tally, seed: int
) -> None:
    copy, chance = Copy.of(SMALL, tmp_path), Random(seed)  # noqa: S311
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(copy.folder.rglob("*.toml"))}
    for _ in range(AT_ONCE):
        file = chance.choice(list(texts))
        spoil(chance, file, texts[file])
        with tally("content", table=FUZZ):
            for fault in (*copy.faults, *refusal(copy.folder)):
                assert has_its_place(fault, copy.folder), fault
        put_back(file, texts[file])
    assert copy.faults == ()


@pytest.mark.parametrize("seed", often(1, 20))
def test_whatever_is_wrong_with_the_words_of_the_screens_is_told(
    tmp_path: Path, tally: Tally, content_folder: Path, seed: int
) -> None:
    text, chance = (content_folder / FILE).read_text(encoding="utf-8"), Random(seed)  # noqa: S311
    for _ in range(AT_ONCE):
        spoil(chance, tmp_path / FILE, text)
        with tally("words of the screens", table=FUZZ), suppress(WordsError):
            read_words(tmp_path)
        if (tmp_path / FILE).is_file():
            raw = (tmp_path / FILE).read_bytes().decode(errors="replace")
            assert all(what for _, _, what in faults_in_words(raw))
        put_back(tmp_path / FILE, text)
