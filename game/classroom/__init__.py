"""A class on the local network: one host, everybody joins from a window or a browser, one console over all tables.

`WIRE.md` beside this file says what travels. A `Classroom` holds the tables and the people, without a network; a `Hub`
answers messages, without a socket; the `server` carries them.
"""
