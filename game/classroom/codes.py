"""What lets people in: a short code for the room, a token for each person, a key for the console."""

import hashlib
import hmac
import secrets
import unicodedata

from game.session.attendance import LONGEST_NAME

LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"
"""Without look-alikes: no 0 and O, no 1, I and L, no 2 and Z, no 5 and S, no 8 and B."""
CODE_LENGTH = 4


def fresh_code() -> str:
    """Draw the code of a class."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def fresh_token() -> str:
    """Draw 256 bits that nobody can guess, as 43 characters."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Give what is kept of a token: enough to know it again, too little to use it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def is_code(typed: str, code: str) -> bool:
    """Say whether somebody typed the code, whatever the case and the spaces."""
    return hmac.compare_digest("".join(typed.split()).upper().encode("utf-8", "replace"), code.encode())


def unlike_a_code(typed: str) -> str:
    """Say what keeps something from being the code of any class; "" if nothing does."""
    signs = "".join(typed.split()).upper()
    look_alikes = sorted({one for one in signs if one.isascii() and one.isalnum() and one not in LETTERS})
    if len(signs) == CODE_LENGTH and look_alikes:
        return f"No code has {' or '.join(look_alikes)} in it, because others look like it."
    if len(signs) != CODE_LENGTH or any(one not in LETTERS for one in signs):
        return f"A code has {CODE_LENGTH} letters and digits."
    return ""


def is_same(typed: str, kept: str) -> bool:
    """Say whether a token or key is the one whose digest was kept."""
    return hmac.compare_digest(digest(typed), kept)


def clean_line(typed: str, longest: int) -> str:
    """Turn what was typed into one line: no control or direction marks, single spaces, not too long."""
    plain = unicodedata.normalize("NFC", typed)
    spaced = (" " if one.isspace() else one for one in plain)
    kept = "".join(one for one in spaced if unicodedata.category(one)[0] != "C")
    return " ".join(kept.split())[:longest].strip()


def clean_name(typed: str) -> str:
    """Turn what was typed into a name; "" if nothing is left."""
    return clean_line(typed, LONGEST_NAME)
