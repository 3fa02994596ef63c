"""`replace` for the values of the state: as `dataclasses.replace`, at a tenth of its price.

A game is some thousand small changes to values of many fields, and the standard one runs each field through
the constructor again. This one copies into a twin of the same slots that is not frozen, then lets the twin be one of
the kind: a straight copy of fields, written once for each kind as `dataclasses` writes a constructor. It is meant for
frozen, slotted dataclasses without bases and without `__post_init__`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # so that the type checker knows the fields
    from dataclasses import replace
else:
    from collections.abc import Callable
    from dataclasses import fields

    _COPIES: dict[type, Callable[[Any], Any]] = {}

    def replace(value: object, /, **changes: object) -> object:
        """Return the value with these fields changed; AttributeError for a field that it has not."""
        kind = type(value)
        copy = (_COPIES.get(kind) or _copying(kind))(value)
        for name, part in changes.items():
            setattr(copy, name, part)
        copy.__class__ = kind
        return copy

    def _copying(kind: type) -> Callable[[Any], Any]:
        """Write the function that copies a value of this kind into a twin."""
        names = [field.name for field in fields(kind)]
        known = {"new": object.__new__, "twin": type(f"{kind.__name__}Twin", (), {"__slots__": kind.__slots__})}
        copied = "; ".join(f"copy.{name} = value.{name}" for name in names)
        exec(f"def copying(value):\n copy = new(twin); {copied}\n return copy", known)
        _COPIES[kind] = known["copying"]
        return _COPIES[kind]


__all__ = ["replace"]
