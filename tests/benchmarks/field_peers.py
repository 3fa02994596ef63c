"""Who is in the field: NegMAS's negotiators, winners of competitions ported to Python, and one written down here."""

import importlib
from collections.abc import Callable, Mapping
from typing import Any

OURS = "mind"
NEGMAS, GBOA = "negmas.sao", "negmas.genius.gboa_negotiators"
GENIUS, NEGOLOG = "negmas_genius_agents", "negmas_negolog"

PEERS: Mapping[str, tuple[str, str]] = {
    OURS: ("field_seat", "Mind"),
    "additive": ("field_additive", "Additive"),
    "Boulware": (NEGMAS, "BoulwareTBNegotiator"),
    "Linear": (NEGMAS, "LinearTBNegotiator"),
    "Conceder": (NEGMAS, "ConcederTBNegotiator"),
    "Aspiration": (NEGMAS, "AspirationNegotiator"),
    "MiCRO": (NEGMAS, "MiCRONegotiator"),
    "NaiveTitForTat": (NEGMAS, "NaiveTitForTatNegotiator"),
    "CAB": (NEGMAS, "CABNegotiator"),
    "Hybrid": (NEGMAS, "HybridNegotiator"),
    "GHardHeaded": (GBOA, "GHardHeaded"),
    "GCUHKAgent": (GBOA, "GCUHKAgent"),
    "GAgentLG": (GBOA, "GAgentLG"),
    "GAgentX": (GBOA, "GAgentX"),
    "GNozomi": (GBOA, "GNozomi"),
    "GAgentK": (GBOA, "GAgentK"),
    "GAgentSmith": (GBOA, "GAgentSmith"),
    "GFSEGA": (GBOA, "GFSEGA"),
    **{
        name: (GENIUS, name)
        for name in (
            "HardHeaded", "AgreeableAgent2018", "Rubick", "AgentK", "NiceTitForTat", "CUHKAgent", "IAMhaggler2012",
            "AgentLG", "OMACAgent", "TheFawkes", "AgentM", "Gangster", "Atlas3", "ParsAgent", "RandomDance",
            "Caduceus", "YXAgent", "ParsCat", "PonPokoAgent", "AgentKN", "AgentGG", "KakeSoba", "SAGA", "WinkyAgent",
            "FSEGA2019", "HardDealer", "AgentLarry", "Yushu", "Nozomi", "BramAgent", "ValueModelAgent", "DoNA",
            "Kawaii", "Mercury", "PhoenixParty", "Imitator", "GeneKing", "Lancelot", "MengWan", "Seto", "AgentX",
        )
    },
    **{
        f"n{name}": (NEGOLOG, name)
        for name in (
            "HardHeaded", "Rubick", "CUHKAgent", "NiceTitForTat", "Atlas3Agent", "AgentGG", "SAGAAgent", "AhBuNeAgent",
            "HybridAgent", "MICROAgent", "PonPokoAgent", "ParsCatAgent", "BoulwareAgent", "Caduceus", "AgentKN",
        )
    },
    "LuckyAgent2022": (NEGOLOG, "LuckyAgent2022"),
}  # fmt: skip


def find(name: str) -> Callable[..., Any]:
    """Import a negotiator; ImportError or AttributeError where that cannot be."""
    module, kind = PEERS[name]
    found: Callable[..., Any] = getattr(importlib.import_module(module), kind)
    return found


TWO = (
    OURS, "HardHeaded", "AgreeableAgent2018", "LuckyAgent2022", "Rubick", "Boulware", "MiCRO", "Linear", "Conceder",
    "NaiveTitForTat", "GCUHKAgent", "GAgentX", "ParsCat", "BramAgent", "IAMhaggler2012", "Kawaii", "Seto", "AgentGG",
    "WinkyAgent", "additive",
)  # fmt: skip
MANY = (
    OURS, "AgreeableAgent2018", "Boulware", "Linear", "Conceder", "GCUHKAgent", "GAgentX", "GAgentLG", "GHardHeaded",
    "Atlas3", "CUHKAgent", "TheFawkes", "Kawaii", "Seto", "additive",
)  # fmt: skip
