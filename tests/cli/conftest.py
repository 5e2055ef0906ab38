import shutil
from pathlib import Path

import pytest
from tests.cli.running import CONTENT
from tests.journeys.houses import hurry


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the record is kept. Nothing is there yet."""
    hurry(monkeypatch)
    folder = tmp_path / "home"
    monkeypatch.setenv("UNSPASM_HOME", str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("UNSPASM_CONTENT", "UNSPASM_PLAIN", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the content in the same language, which may be broken."""
    copy = tmp_path / "en"
    shutil.copytree(CONTENT, copy)
    return copy
