"""Average linkage with Jaccard distance: where the search for families starts."""

import numpy as np


def linkage(rows: np.ndarray) -> dict[int, np.ndarray]:
    """The rows in n, n − 1, …, 1 groups: for each number of groups the group of every row.

    The two groups whose rows are nearest on average are joined, of equally near ones the first.

    >>> [each.tolist() for each in linkage(np.array([[1, 1, 0], [0, 0, 1], [1, 1, 1]])).values()]
    [[0, 1, 2], [0, 1, 0], [0, 0, 0]]
    """
    count = len(rows)
    distances = jaccard_distances(rows)
    np.fill_diagonal(distances, np.inf)
    sizes, groups = np.ones(count), np.arange(count)
    cuts = {count: groups.copy()}
    for number in range(count - 1, 0, -1):
        kept, joined = sorted(divmod(int(np.argmin(distances)), count))
        both = sizes[kept] + sizes[joined]
        mean = (distances[kept] * sizes[kept] + distances[joined] * sizes[joined]) / both
        sizes[kept] = both
        distances[kept], distances[:, kept], distances[kept, kept] = mean, mean, np.inf
        distances[joined], distances[:, joined] = np.inf, np.inf
        groups[groups == joined] = kept
        cuts[number] = np.unique(groups, return_inverse=True)[1]
    return cuts


def jaccard_distances(rows: np.ndarray) -> np.ndarray:
    """1 − (steps both pass ÷ steps either passes) for every two rows; none of them is empty.

    >>> jaccard_distances(np.array([[1, 1, 0], [0, 1, 1]]))[0, 1].round(4).item()
    0.6667
    """
    rows = rows.astype(float)
    both = rows @ rows.T
    passed = rows.sum(axis=1)
    return 1 - both / (passed[:, None] + passed[None, :] - both)
