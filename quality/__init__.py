"""Accuracy on public corpora, and the floors that it must not fall below.

`python -m quality` scores the stages on the corpora in `../shared/data` (or `$ONRECORD_DATA`) beside other tools,
prints one table, and fails where a measure is below its floor. The corpora are not part of this repository.
"""
