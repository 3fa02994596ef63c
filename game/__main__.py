"""Let `python -m game` do what `false-coherence` does."""

from game.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
