"""What lies before whoever sits on a seat: rows and words, made from the seat's view and nothing else.

The window draws them, the pages of a class write them; neither works a number out for itself.
"""
