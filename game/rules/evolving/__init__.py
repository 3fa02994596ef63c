"""Storing what events say, part by part of the state."""
