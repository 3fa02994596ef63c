"""What the engine finds: the roots of a yes, the verdicts, the scores. It reads the whole state; seats never do."""
