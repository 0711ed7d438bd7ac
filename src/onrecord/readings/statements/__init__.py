"""Attributions become statements: their speaker, what surrounds them, and what is printed twice."""
