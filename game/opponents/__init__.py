"""Computer seats: they get one seat's view and keyed draws, nothing else, and answer with one command.

Nothing is remembered between two calls: what a seat makes of the others is derived each time from what its view holds,
so a seat may change hands at any moment (R2.6).
"""
