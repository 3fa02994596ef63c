"""YAML to a case, or all of its problems at once (R1.1).

A text passes through `source` (is it text at all?), `tree` (the YAML with its positions, bounded), `forms` (the shape,
by pydantic), `checks` (does it hang together, can it be played?) and `building` (the `Case`). `loading` is the door.
On the way `translations` puts its texts into one language. `template` begins a new file, `watching` follows one.
"""
