"""What headquarters may have forbidden others: chances over options, alone or two together, moved by blocks and yeses.

Chances stand in a symmetric table (cells, cells), single options on its diagonal; each pair counts once.
"""

import numpy as np

from game.opponents.mind.agenda import Marks
from game.opponents.mind.belief import Numbers

BLOCKS_FOR_RED_LINE, BLOCKS_WITHOUT = 0.9, 0.02
"""How likely a text is blocked that crosses a red line, and one that crosses none."""
MOST_SURE = 0.95
"""Chance beyond which nothing is taken to be forbidden: headquarters may give way."""
YES_ACROSS = 0.05
"""How likely somebody says yes across its own red line, against how likely without."""


def allowed(bans: Numbers, marks: Marks) -> Numbers:
    """Say how likely a package crosses none of what may be forbidden; `bans` (others, cells, cells), result (others,),
    or (others, packages) for several packages."""
    chances = np.log1p(-np.minimum(bans, MOST_SURE))
    alone = np.diagonal(chances, axis1=1, axis2=2) @ marks.T
    if marks.ndim == 1:
        return np.asarray(np.exp(0.5 * ((chances @ marks) @ marks + alone)))
    together = np.einsum("acp,pc->ap", chances @ marks.T, marks)
    return np.asarray(np.exp(0.5 * (together + alone)))


def after_block(bans: Numbers, marks: Marks) -> Numbers:
    """Take a block for a sign that something in a package is forbidden (cells, cells)."""
    crossing = 1.0 - float(allowed(bans[None], marks)[0])
    blocked = BLOCKS_FOR_RED_LINE * crossing + BLOCKS_WITHOUT * (1.0 - crossing)
    here = np.outer(marks, marks) > 0
    return np.where(here, np.minimum(MOST_SURE, bans * BLOCKS_FOR_RED_LINE / blocked), bans)


def after_yes(bans: Numbers, marks: Marks) -> Numbers:
    """Take a yes for a sign that nothing in a package is forbidden (cells, cells)."""
    here = np.outer(marks, marks) > 0
    return np.where(here, YES_ACROSS * bans / (YES_ACROSS * bans + 1.0 - bans), bans)
