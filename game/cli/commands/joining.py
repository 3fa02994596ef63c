"""Join a class from the window."""

import os
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

import typer

from game import places
from game.cli.app import app
from game.cli.commands.hosting import PORT
from game.cli.failure import MISUSED, Failure

SECURE = frozenset({"https", "wss"})
SCHEMES = frozenset({"http", "ws"}) | SECURE


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
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.classroom.link import Link  # noqa: PLC0415 - it brings the network, and the next the window
    from game.classroom.tokens import Tokens  # noqa: PLC0415 - see above
    from game.ui import wake  # noqa: PLC0415 - see above
    from game.ui.joining import Wish  # noqa: PLC0415 - see above
    from game.ui.joining import join as open_door  # noqa: PLC0415 - see above

    tokens = Tokens(shown, places.classes_file())
    link = Link(url, shown, code, name=" ".join(name.split()), tokens=tokens, on_change=wake)
    raise typer.Exit(open_door(link, Wish(code, name, table, seat)))


def find_host(address: str) -> tuple[str, str]:
    """Find the wire of a host by what was typed, and what to call it; Failure if it is no address."""
    typed = address.strip()
    has_scheme = "://" in typed
    try:
        found = urlsplit(typed if has_scheme else f"ws://{typed}")
        port = found.port or (PORT if not has_scheme else 443 if found.scheme in SECURE else 80)
    except ValueError:
        raise _no_address(address) from None
    host = found.hostname or ""
    if found.scheme not in SCHEMES or not host or not _is_bare(found) or any(one.isspace() for one in host):
        raise _no_address(address)
    shown = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return f"{'wss' if found.scheme in SECURE else 'ws'}://{shown}/ws", shown


def _is_bare(found: SplitResult) -> bool:
    return found.path in ("", "/") and found.username is None and not found.query


def _no_address(address: str) -> Failure:
    return Failure(
        f"`{address}` is no address of a host; write it as on the projector, such as 192.168.0.7:{PORT}.", MISUSED
    )
