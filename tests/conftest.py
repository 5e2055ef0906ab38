"""What every test stands on: the content as it ships, repeatable chance, and no network."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from tests.faults.tally import Tally

from unspasm.catalogue import Catalogue, load
from unspasm.catalogue.figures import figures_in
from unspasm.domain.figure import Figure
from unspasm.domain.rules import Rules

CONTENT = Path(__file__).parents[1] / "content" / "en"
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - the folders made there are private

NO_CLOCK = [HealthCheck.too_slow]
"""A slow machine is no fault."""
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    database=None,
    suppress_health_check=NO_CLOCK,
)
settings.register_profile("deep", deadline=None, max_examples=3000, suppress_health_check=NO_CLOCK)
settings.load_profile("deep" if os.environ.get("UNSPASM_TESTS") == "deep" else "ci")


class NetworkUsedError(AssertionError):
    """Something tried to reach a network. unspasm has no network code."""


@pytest.fixture(scope="session")
def content_folder() -> Path:
    """The content as it ships."""
    return CONTENT


@pytest.fixture(scope="session")
def catalogue(content_folder: Path) -> Catalogue:
    """The content as it ships, read."""
    return load(content_folder)


@pytest.fixture(scope="session")
def figures(content_folder: Path) -> dict[str, Figure]:
    """The figures as they ship, by the id of their exercise."""
    return figures_in(content_folder / "stretches")


@pytest.fixture(scope="session")
def rules(catalogue: Catalogue) -> Rules:
    """The rules as they ship."""
    return catalogue.rules


@pytest.fixture(scope="session")
def quick_folder() -> Iterator[Path]:
    """A place in memory, where there is one: to wait for a disk would prove nothing here."""
    with TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as place:
        yield Path(place)


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Tally]:
    """What this test counts, for the table of the long command."""
    counted = Tally()
    yield counted
    request.node.user_properties.extend(counted.properties)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every internet socket and every look-up of a name.

    Local sockets stay open, and so does the pair that an event loop talks to itself with; where
    the system has no other, that pair is made of internet sockets.
    """
    making_a_pair: list[bool] = []
    real_pair = socket.socketpair

    def pair(*arguments: Any, **named: Any) -> tuple[socket.socket, socket.socket]:  # noqa: ANN401
        making_a_pair.append(True)
        try:
            return real_pair(*arguments, **named)
        finally:
            making_a_pair.pop()

    def local_only(name: str) -> Callable[..., Any]:
        real = getattr(socket.socket, name)

        def guarded(self: socket.socket, *arguments: Any) -> Any:  # noqa: ANN401
            if self.family in {socket.AF_INET, socket.AF_INET6} and not making_a_pair:
                raise NetworkUsedError(f"{name} {arguments}")
            return real(self, *arguments)

        return guarded

    def refused(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        raise NetworkUsedError(f"a name was looked up: {arguments} {named}")

    monkeypatch.setattr(socket, "socketpair", pair)
    for name in ("connect", "connect_ex", "bind"):
        monkeypatch.setattr(socket.socket, name, local_only(name))
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        monkeypatch.setattr(socket, name, refused)
