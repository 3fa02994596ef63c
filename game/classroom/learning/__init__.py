"""The questions before and after, for a class: who is asked what, where answers are kept, what the console sees."""
