"""The table, the heart of the game: who is here, the texts, the record, and what I can do.

`screen` answers messages, `desk` holds what is open and half written, and `layout` puts the page together, which
`shelf` keeps in parts. What stands on it comes from pure functions of the view (`seats`, `paper`, `balance`, `worths`,
`record`, `actions`, `slots`, `labels`, `drafting`, `convening`, `role`, `known`, `interludes`, `words`); the modules
named `…_panel`, `…_page`, `drawers` and `top` only draw it.
"""

from game.ui.screens.table.screen import TableScreen

__all__ = ["TableScreen"]
