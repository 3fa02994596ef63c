"""Why a journal cannot be read or written, as one sentence for people."""

from pathlib import Path


class JournalError(Exception):
    """Carry one sentence that says what is wrong and what to do about it."""

    def __init__(self, sentence: str, path: Path | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path
