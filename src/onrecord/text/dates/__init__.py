"""Printed dates: where a page says when, in two dozen languages, and which day that is.

What a text tells of time in its sentences ("the following Tuesday") is `onrecord.text.times`'s to read.
"""
