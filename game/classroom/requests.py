"""What comes by HTTP besides the asking for pages: small JSON objects."""

import json

from starlette.requests import Request

from game.classroom.messages import LARGEST


async def read_object(request: Request) -> dict[str, object] | None:
    """Read a small JSON object; None if it is none."""
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > LARGEST:
            return None
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
