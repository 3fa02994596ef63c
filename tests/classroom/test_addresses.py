"""Where the host listens, and what it says of its address."""

import asyncio
import socket

import pytest

from game.classroom.addresses import addresses, listen


def test_small_messages_do_not_wait_for_company() -> None:
    """A whole table hears of a move at once, not after 40 ms, when the network has acknowledged the one before."""

    async def accepted() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def take(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            taken = writer.get_extra_info("socket")
            found.set_result(taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        server = await asyncio.start_server(take, sock=listen(0, is_local=True))
        async with server:
            _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            writer.close()
            return await found

    assert asyncio.run(accepted()) != 0


def test_a_port_that_is_taken_cannot_be_had() -> None:
    with listen(0, is_local=True) as first, pytest.raises(OSError, match=r"in use|usage"):
        listen(first.getsockname()[1], is_local=True)


def test_for_this_computer_only_there_is_one_address() -> None:
    assert addresses(8000, is_local=True) == ("http://127.0.0.1:8000",)


def test_addresses_for_others_lead_to_this_computer_and_the_likeliest_comes_first() -> None:
    found = addresses(8000)
    assert found
    assert all(one.startswith("http://") and one.endswith(":8000") for one in found)
    assert not found[0].startswith("http://127.") or len(found) == 1
