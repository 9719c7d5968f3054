"""How well a clustering of mentions agrees with another: MUC, B-cubed and CEAFe.

Sources: Vilain et al., A model-theoretic coreference scoring scheme (1995); Bagga and Baldwin,
Algorithms for scoring coreference chains (1998); Luo, On coreference resolution performance metrics
(2005), with phi-4; their mean is the CoNLL score of Pradhan et al. (2012).
"""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.rows import f1

Clustering = Mapping[int, str]
"""Mention → cluster."""
Counts = dict[str, float]
"""Numerators and denominators of the three measures; those of several texts add up."""


def conll(units: Sequence[Counts]) -> float:
    """Return the mean F1 of the three measures, 0 to 1, over the counts of several events."""
    return sum(_f1(units, name) for name in ("muc", "b3", "ceafe")) / 3


def count(key: Clustering, response: Clustering) -> Counts:
    """Count the agreement of a response with the key; mentions need not be the same."""
    keys, responses = _clusters(key), _clusters(response)
    return {
        **_named("muc", _muc(keys, response), _muc(responses, key)),
        **_named("b3", _b_cubed(keys, response), _b_cubed(responses, key)),
        **_ceafe(keys, responses),
    }


def _f1(units: Sequence[Counts], name: str) -> float:
    hit, key, right, response = (
        sum(unit[f"{name}_{part}"] for unit in units)
        for part in ("recalled", "key", "precise", "response")
    )
    return f1(right / response if response else 0.0, hit / key if key else 0.0)


def _clusters(clustering: Clustering) -> list[set[int]]:
    found: dict[str, set[int]] = {}
    for mention, cluster in clustering.items():
        found.setdefault(cluster, set()).add(mention)
    return list(found.values())


def _named(name: str, recall: tuple[float, float], precision: tuple[float, float]) -> Counts:
    return {
        f"{name}_recalled": recall[0],
        f"{name}_key": recall[1],
        f"{name}_precise": precision[0],
        f"{name}_response": precision[1],
    }


def _muc(clusters: Sequence[set[int]], other: Clustering) -> tuple[float, float]:
    """Return the links kept by the other clustering, and all links."""
    kept = 0
    for cluster in clusters:
        parts = {other.get(mention, f"alone {mention}") for mention in cluster}
        kept += len(cluster) - len(parts)
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def _b_cubed(clusters: Sequence[set[int]], other: Clustering) -> tuple[float, float]:
    """Return the summed share of each mention's cluster that stands with it, and all mentions."""
    total = 0.0
    for cluster in clusters:
        sizes: dict[str, int] = {}
        for mention in cluster:
            if mention in other:
                sizes[other[mention]] = sizes.get(other[mention], 0) + 1
        total += sum(size * size for size in sizes.values()) / len(cluster)
    return total, sum(map(len, clusters))


def _ceafe(keys: Sequence[set[int]], responses: Sequence[set[int]]) -> Counts:
    """Align clusters one to one so that their summed overlap is greatest."""
    overlap = np.array(
        [[2 * len(k & r) / (len(k) + len(r)) for r in responses] for k in keys]
    ).reshape(len(keys), len(responses))
    rows, columns = linear_sum_assignment(-overlap)
    total = float(overlap[rows, columns].sum())
    return _named("ceafe", (total, len(keys)), (total, len(responses)))
