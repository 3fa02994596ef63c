"""The mind of a computer seat, in numbers alone: what others may want, what a package would bring, what to propose.

Nothing here knows the game: issues and options are cells of an array, and whoever sits there brings its own. So the
same mind bargains at the table and, in the benchmarks, by alternating offers.
"""
