"""The score of an attribution: how often a reader marks the same, by logistic regression on held-out articles."""

import math
from collections.abc import Sequence

WEIGHTS = (0.3601, 0.5752, 0.0134, 0.0948, 0.1566, -0.0472)
BIAS = -2.4801
LEAST = 0.3
SUREST = 7.0  # log-odds beyond this are taken for this


def features(evidence: Sequence[float]) -> list[float]:
    """Of `decode.Found.evidence`: the log-odds of cue, content, edges, link and source, and the share that is
    quoted."""
    *beliefs, quoted = evidence
    odds = (belief - math.log(max(-math.expm1(belief), 1e-9)) for belief in beliefs)
    return [*(min(SUREST, max(-SUREST, value)) for value in odds), quoted]


def probability(evidence: Sequence[float]) -> float:
    raised = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features(evidence), strict=True))
    return 1 / (1 + math.exp(-raised))


def is_likely(evidence: Sequence[float]) -> bool:
    """Whether an attribution is given at all: quoted words always, others from a score of LEAST."""
    return evidence[-1] >= 0.5 or probability(evidence) >= LEAST
