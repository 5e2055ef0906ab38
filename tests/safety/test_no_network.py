"""Rule 11: no network code, and the tests would notice it."""

import ast
import asyncio
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

import unspasm

SOURCE = Path(unspasm.__file__).parent
NETWORK = {
    *("socket", "socketserver", "ssl", "asyncore"),
    *("http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc"),
    *("webbrowser", "httpx", "requests", "aiohttp", "urllib3"),
}


@pytest.fixture(params=[socket.AF_INET, socket.AF_INET6], ids=["IPv4", "IPv6"])
def internet_socket(request: pytest.FixtureRequest) -> Iterator[socket.socket]:
    """An internet socket, where the system has them."""
    try:
        one = socket.socket(request.param)
    except OSError:
        pytest.skip("this system has no such sockets")
    with one:
        yield one


def test_an_internet_socket_cannot_connect(internet_socket: socket.socket) -> None:
    with pytest.raises(AssertionError, match="connect"):
        internet_socket.connect(("127.0.0.1", 9))


def test_an_internet_socket_cannot_connect_quietly(internet_socket: socket.socket) -> None:
    with pytest.raises(AssertionError, match="connect_ex"):
        internet_socket.connect_ex(("127.0.0.1", 9))


def test_an_internet_socket_cannot_be_bound(internet_socket: socket.socket) -> None:
    with pytest.raises(AssertionError, match="bind"):
        internet_socket.bind(("127.0.0.1", 0))


def test_no_name_can_be_looked_up() -> None:
    with pytest.raises(AssertionError, match="looked up"):
        socket.getaddrinfo("localhost", 80)
    with pytest.raises(AssertionError, match="looked up"):
        socket.gethostbyname("localhost")


@pytest.mark.parametrize(
    "file", sorted(SOURCE.rglob("*.py")), ids=lambda file: str(file.relative_to(SOURCE))
)
def test_no_module_imports_anything_for_a_network(file: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module.partition(".")[0])

    assert not imported & NETWORK


def test_an_event_loop_still_talks_to_itself() -> None:
    async def nothing() -> str:
        return "done"

    assert asyncio.run(nothing()) == "done"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no local sockets")
def test_a_local_socket_stays_open(tmp_path: Path) -> None:
    here = os.path.relpath(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(min(here, str(tmp_path / "s"), key=len))
        one.listen()
        with socket.socket(socket.AF_UNIX) as other:
            other.connect(one.getsockname())
