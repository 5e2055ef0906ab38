"""Rule 11: no network code, and the tests would notice it."""

import asyncio
import os
import socket
from pathlib import Path

import pytest

FAMILIES = pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])


@FAMILIES
def test_an_internet_socket_cannot_connect(family: socket.AddressFamily) -> None:
    with socket.socket(family) as one, pytest.raises(AssertionError, match="connect"):
        one.connect(("127.0.0.1", 9))


@FAMILIES
def test_an_internet_socket_cannot_connect_quietly(family: socket.AddressFamily) -> None:
    with socket.socket(family) as one, pytest.raises(AssertionError, match="connect_ex"):
        one.connect_ex(("127.0.0.1", 9))


@FAMILIES
def test_an_internet_socket_cannot_be_bound(family: socket.AddressFamily) -> None:
    with socket.socket(family) as one, pytest.raises(AssertionError, match="bind"):
        one.bind(("127.0.0.1", 0))


def test_no_name_can_be_looked_up() -> None:
    with pytest.raises(AssertionError, match="looked up"):
        socket.getaddrinfo("localhost", 80)
    with pytest.raises(AssertionError, match="looked up"):
        socket.gethostbyname("localhost")


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
