"""Where on the local network this computer can be found."""

import ipaddress
import os
import socket
from collections.abc import Iterator

_ELSEWHERE = ("192.0.2.1", 9)
"""An address for documentation: nothing is sent there; the system only says which of its own it would send from."""


def addresses(port: int, *, is_local: bool = False) -> tuple[str, ...]:
    """List the addresses to type into a browser, the likeliest first; only this computer's own if nothing else is."""
    found = [] if is_local else sorted(dict.fromkeys(_candidates()), key=_is_unlikely)
    return tuple(f"http://{host}:{port}" for host in (found or ["127.0.0.1"]))


def listen(port: int, *, is_local: bool = False) -> socket.socket:
    """Open the port on all networks, or on this computer only; OSError if it cannot be had."""
    # asyncio sends small messages at once only on sockets that are TCP by name; others wait up to 40 ms for company
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two programs share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1" if is_local else "0.0.0.0", port))
        listening.listen(2048)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    return listening


def _candidates() -> Iterator[str]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_ELSEWHERE)
            yield asking.getsockname()[0]
        except OSError:
            pass
    try:
        for *_, place in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_STREAM):
            yield str(place[0])
    except OSError:
        return


def _is_unlikely(host: str) -> tuple[bool, bool]:
    """Put what other devices in a room can reach first."""
    address = ipaddress.ip_address(host)
    return address.is_loopback or address.is_link_local, not address.is_private
