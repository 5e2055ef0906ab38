import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.running import CONTENT
from tests.journeys.houses import hurry

from unspasm.cli import by_line, faces
from unspasm.flows.errand import StretchErrand
from unspasm.journeys.packs import PackPlan

ERRANDS = {PackPlan: "pack", StretchErrand: "stretch"}
"""What the full screen may be started for."""


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


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The faces that were started, none of them really."""
    names: list[str] = []

    def note(name: str) -> Callable[..., int]:
        def do(*given: object, **_named: object) -> int:
            led = next((of for kind, of in ERRANDS.items() if isinstance(given[-1], kind)), "")
            names.append(name.format(led=led))
            return 0

        return do

    for module, of_faces in (
        (by_line, {"print_home": "print_home", "run": "run_plain", "check": "check_plain",
                   "pack": "pack_plain", "stretch": "stretch_plain"}),
        (faces, {"_run_full": "run_full", "_check_full": "check_full",
                 "_lead_full": "{led}_full"}),
    ):  # fmt: skip
        for name, face in of_faces.items():
            monkeypatch.setattr(module, name, note(face))
    return names
