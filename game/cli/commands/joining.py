"""Join a class from the window."""

import os
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

import typer

from game import places
from game.cli.app import app
from game.cli.commands.hosting import PORT
from game.cli.failure import MISUSED, Failure
from game.session.attendance import LONGEST_NAME

SECURE = frozenset({"https", "wss"})
SCHEMES = frozenset({"http", "ws"}) | SECURE
LONGEST_WORD, LONGEST_HOST = 64, 253
SHOWN = 60
"""Signs of what was typed that a refusal repeats."""


@app.command()
def join(
    address: Annotated[
        str, typer.Argument(help="Where the host is, as on the projector: 192.168.0.7:8000.", show_default=False)
    ],
    code: Annotated[str, typer.Argument(help="The code of the class, from the projector.", show_default=False)],
    name: Annotated[
        str, typer.Option(help="The name that the others know you by.", show_default="asked for in the window")
    ] = "",
    table: Annotated[str, typer.Option(help="The table to sit at.", show_default="chosen in the window")] = "",
    seat: Annotated[str, typer.Option(help="The agency to play.", show_default="chosen in the window")] = "",
) -> None:
    """Join a class from the window; a phone or a browser can join as well, by the address alone."""
    url, shown = find_host(address)
    name = " ".join(name.split())
    for what, typed, longest in (
        ("code of a class", code, LONGEST_WORD),
        ("name", name, LONGEST_NAME),
        ("table", table, LONGEST_WORD),
        ("seat", seat, LONGEST_WORD),
    ):
        if len(typed) > longest:
            raise Failure(f"`{_cut(typed)}` is too long for a {what}; {longest} signs are the most.", MISUSED)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.classroom.link import Link  # noqa: PLC0415 - it brings the network, and the next the window
    from game.classroom.tokens import Tokens  # noqa: PLC0415 - see above
    from game.ui import wake  # noqa: PLC0415 - see above
    from game.ui.joining import Wish  # noqa: PLC0415 - see above
    from game.ui.joining import join as open_door  # noqa: PLC0415 - see above

    tokens = Tokens(shown, places.classes_file())
    link = Link(url, shown, code, name=name, tokens=tokens, on_change=wake)
    raise typer.Exit(open_door(link, Wish(code, name, table, seat)))


def find_host(address: str) -> tuple[str, str]:
    """Find the wire of a host by what was typed, and what to call it; Failure if it is no address."""
    typed = address.strip()
    has_scheme = "://" in typed
    try:
        found = urlsplit(typed if has_scheme else f"ws://{typed}")
        host = found.hostname or ""
        if not _is_name(host) or found.scheme not in SCHEMES or "@" in found.netloc:
            raise _no_address(address)
    except ValueError:
        raise _no_address(address) from None
    port = _port(found, address)
    if port is None:
        port = PORT if not has_scheme else 443 if found.scheme in SECURE else 80
    shown = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if rest := typed.partition("://")[2 if has_scheme else 0].removeprefix(found.netloc).removeprefix("/"):
        raise Failure(f"`{_cut(address)}` is more than the address of a host; leave off `{_cut(rest)}`.", MISUSED)
    return f"{'wss' if found.scheme in SECURE else 'ws'}://{shown}/ws", shown


def _port(found: SplitResult, address: str) -> int | None:
    """Give the port that was typed; None if none was."""
    try:
        port = found.port
    except ValueError:
        port = 0
    if port == 0:
        raise Failure(
            f"`{_cut(address)}` names no port that there can be: a port is a number from 1 to 65535, and the host's is "
            f"usually {PORT}.",
            MISUSED,
        )
    return port


def _is_name(host: str) -> bool:
    """Say whether a computer could be called so."""
    if not host or len(host) > LONGEST_HOST or any(one.isspace() for one in host):
        return False
    try:
        return ":" in host or bool(host.encode("idna"))
    except UnicodeError:
        return False


def _no_address(address: str) -> Failure:
    return Failure(
        f"`{_cut(address)}` is no address of a host; write it as on the projector, such as 192.168.0.7:{PORT}.", MISUSED
    )


def _cut(typed: str) -> str:
    return typed if len(typed) <= SHOWN else f"{typed[:SHOWN]}…"
