"""A journal that may be read but not written."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from tests.journal.copies_at_work import Copy
from tests.journal.made_up import EMERGENCY, NOW, check, entry, status_of
from tests.journal.strangers import as_a_stranger, let_be_read

from unspasm.domain.entries import EpisodeOver
from unspasm.journal import FILE, Journal, JournalError, Trouble, Unfinished, open_journal

RECORD = [check("c", EMERGENCY), entry("over", EpisodeOver())]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")


@pytest.fixture
def public() -> Iterator[Path]:
    """A journal that everybody may read and only its owner may write."""
    top = Path(mkdtemp(prefix="unspasm-test-"))
    folder = top / "home"
    top.chmod(0o755)
    journal = open_journal(folder, NOW)
    journal.append(RECORD)
    journal.close()
    let_be_read(folder)
    yield folder
    folder.chmod(0o700)
    rmtree(top)


def reads(folder: Path) -> Callable[[], object]:
    """Open, read all there is, and try to write."""

    def work() -> object:
        try:
            journal = open_journal(folder, NOW)
        except JournalError as error:
            return error.trouble.value
        home, care = journal.for_home(), journal.for_care()
        refused = [refusal(journal, write) for write in WRITES]
        changed = journal.changed_elsewhere()
        journal.close()
        return [
            sorted(one.id for one in care),
            [one.check.id for one in status_of(home).standing],
            [trouble.value for trouble in journal.troubles],
            sorted(set(refused)),
            journal.writable or changed,
        ]

    return work


WRITES: list[Callable[[Journal], object]] = [
    lambda journal: journal.append([entry("new", EpisodeOver())]),
    lambda journal: journal.decide(lambda _known: []),
    lambda journal: journal.keep_unfinished(Unfinished("u", "check", "", "", "")),
    lambda journal: journal.merge([]),
    lambda journal: journal.try_to_write(),
]
READ = [["c", "over"], ["c"], ["read_only"], ["read_only"], False]


def refusal(journal: Journal, write: Callable[[Journal], object]) -> str:
    with pytest.raises(JournalError) as refused:
        write(journal)
    return refused.value.trouble.value


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_read_only_folder_is_read_without_a_trace(public: Path) -> None:
    before = contents(public)

    assert READ == as_a_stranger(reads(public))
    assert before == contents(public)


def test_entries_that_are_still_in_the_log_are_read_too(public: Path) -> None:
    for path in (public, *public.iterdir()):
        path.chmod(stat.S_IMODE(path.stat().st_mode) | 0o200)
    Copy(
        public,
        """
        import os
        open_journal(folder, now).append([entry(EpisodeOver(), "in-the-log")])
        os._exit(0)
        """,
    ).rest()
    let_be_read(public)
    before = contents(public)
    assert b"in-the-log" in before[f"{FILE}-wal"]

    assert [["c", "in-the-log", "over"], *READ[1:]] == as_a_stranger(reads(public))
    assert before == contents(public)


def test_a_copy_to_read_from_is_not_left_lying_about(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public.chmod(0o755)
    (public / f"{FILE}-wal").write_bytes(b"not empty")
    let_be_read(public)
    place = public.with_name("for-copies")
    place.mkdir()
    place.chmod(0o777)
    monkeypatch.setattr("tempfile.tempdir", str(place))

    assert READ == as_a_stranger(reads(public))
    assert [] == list(place.iterdir())


def test_a_file_that_may_not_be_written_in_a_folder_that_may_is_read(public: Path) -> None:
    public.chmod(0o777)

    assert READ == as_a_stranger(reads(public))


def test_a_file_that_may_not_even_be_read_is_unavailable(public: Path) -> None:
    (public / FILE).chmod(0o000)
    public.chmod(0o555)

    if os.geteuid() == 0:
        assert Trouble.UNAVAILABLE.value == as_a_stranger(reads(public))


def test_a_folder_that_may_not_be_entered_is_unavailable(public: Path) -> None:
    public.chmod(0o000)

    assert Trouble.UNAVAILABLE.value == as_a_stranger(reads(public))


def test_a_folder_that_cannot_be_made_is_unavailable(public: Path) -> None:
    assert Trouble.UNAVAILABLE.value == as_a_stranger(reads(public / "below" / "below"))


def test_an_empty_folder_that_may_not_be_written_is_unavailable(public: Path) -> None:
    public.chmod(0o700)
    for path in public.iterdir():
        path.unlink()
    public.chmod(0o555)

    assert Trouble.UNAVAILABLE.value == as_a_stranger(reads(public))


@pytest.mark.parametrize(
    "content", [b"", b"not a journal", b"X" * 9000, b"SQLite format 3\0" + bytes(9000)]
)
def test_what_is_no_journal_is_refused_there_as_well(public: Path, content: bytes) -> None:
    file = public / FILE
    file.chmod(0o600)
    file.write_bytes(content)
    let_be_read(public)

    assert as_a_stranger(reads(public)) in {"unavailable", "not_ours"}
    assert content == file.read_bytes()


def test_without_a_place_for_a_copy_the_log_cannot_be_read(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public.chmod(0o755)
    (public / f"{FILE}-wal").write_bytes(b"not empty")
    let_be_read(public)

    def nowhere(*_arguments: object, **_named: object) -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.mkdtemp", nowhere)

    assert Trouble.UNAVAILABLE.value == as_a_stranger(reads(public))
