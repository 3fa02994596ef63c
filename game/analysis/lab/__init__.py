"""The balance lab: `sweep.py` plays games, `trace.py` keeps what counts, `balance.py` weighs it, `advice.py` speaks."""
