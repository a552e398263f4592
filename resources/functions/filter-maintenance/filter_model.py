# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast an inlet filter fouls, learnt while it does.

The resistance of a filter is its pressure drop at the rated air flow. Over each interval of TEN minutes its growth is
explained by what went through it:

    growth = a · dust·flow + b · dust·flow·wet + c · (resistance - clean)·swelling + d · hours

with factors a, b, c, d by recursive least squares that slowly forgets. A handful of numbers: no library is needed, and
they fit into a shadow.
"""
import math

SCALES = (30.0, 30.0, 300.0, 1.0)  # what a factor of one stands for, so that all are of the same size
SIZE = len(SCALES)
FORGETTING = 0.997
FIRST_SPREAD = 400.0  # variance of the factors before anything was seen
MOST_SPREAD = 1e6
ERROR_SHARE = 0.05    # of the newest interval in the running error


def wetness(humidity):
    """How far dust swells in air of so much relative humidity (%), 0 … 1."""
    wet = min(max((humidity - 50.0) / 50.0, 0.0), 1.0)
    return wet * wet


def resistance(drop, flow, rated_flow):
    """The pressure drop (Pa) as it would be at the rated flow (m³/s)."""
    return drop * (rated_flow / flow) ** 2


class FilterModel:
    def __init__(self):
        self.version = 1     # of whoever gave the first factors; the centre counts it up
        self.factors = [0.0] * SIZE
        self.spread = [[FIRST_SPREAD if i == j else 0.0 for j in range(SIZE)] for i in range(SIZE)]
        self.updates = 0
        self.error = None    # running mean of what a prediction was wrong by, Pa
        self.naive = None    # … of one that says "it stays as it is", Pa

    def growth(self, features):
        """Pa over an interval with these features."""
        return sum(f * x for f, x in zip(self.factors, features))

    def learn(self, features, growth):
        """One interval more. What was predicted for it, before it was learnt from."""
        predicted = self.growth(features)
        wrong = growth - predicted
        self.error = _running(self.error, abs(wrong))
        self.naive = _running(self.naive, abs(growth))
        gain = [sum(p * x for p, x in zip(row, features)) for row in self.spread]
        scale = FORGETTING + sum(x * g for x, g in zip(features, gain))
        self.factors = [f + g * wrong / scale for f, g in zip(self.factors, gain)]
        # Where nothing varies there is nothing to forget: the spread would grow for ever.
        forget = FORGETTING if max(self.spread[i][i] for i in range(SIZE)) < MOST_SPREAD else 1.0
        self.spread = [[(self.spread[i][j] - gain[i] * gain[j] / scale) / forget for j in range(SIZE)]
                       for i in range(SIZE)]
        self.updates += 1
        return predicted

    def document(self):
        """For a shadow: under 1 KB."""
        return {'version': self.version, 'updates': self.updates,
                'factors': [_short(f) for f in self.factors],
                'spread': [_short(self.spread[i][j]) for i in range(SIZE) for j in range(i, SIZE)],
                'error': self.error and _short(self.error), 'naive': self.naive and _short(self.naive)}

    @classmethod
    def of(cls, document):
        """The model that a document has; None when it has none that makes sense."""
        model = cls()
        try:
            model.version = int(document['version'])
            model.updates = max(0, int(document.get('updates', 0)))
            model.factors = _numbers(document['factors'], SIZE)
            if 'spread' in document:
                upper = iter(_numbers(document['spread'], SIZE * (SIZE + 1) // 2))
                for i in range(SIZE):
                    for j in range(i, SIZE):
                        model.spread[i][j] = model.spread[j][i] = next(upper)
                if any(model.spread[i][i] < 0 for i in range(SIZE)):
                    return None
            for name in ('error', 'naive'):
                if document.get(name) is not None:
                    setattr(model, name, _numbers([document[name]], 1)[0])
        except (KeyError, TypeError, ValueError, OverflowError):
            return None
        return model


class Interval:
    """Gathers what goes through the filter from one look at its drop to the next."""

    def __init__(self, rated_flow, clean):
        self.rated_flow = rated_flow
        self.clean = clean
        self.restart()

    def restart(self):
        self.start = None
        self.first = 0.0
        self.first_wet = 0.0
        self.count = 0
        self.dusty = 0.0
        self.dusty_wet = 0.0
        self.wet = 0.0
        self.drops = []

    def air(self, dust, flow, humidity):
        """A reading of the air that goes in."""
        wet = wetness(humidity)
        passing = dust * flow * 1e-3  # mg/s
        self.count += 1
        self.dusty += passing
        self.dusty_wet += passing * wet
        self.wet = wet

    def features(self, hours):
        """Of what was gathered, for so many hours of it."""
        passing, passing_wet = self.dusty / self.count, self.dusty_wet / self.count
        swelling = self.wet - self.first_wet
        raw = (passing * hours, passing_wet * hours, (self.first - self.clean) * swelling, hours)
        return [value / scale for value, scale in zip(raw, SCALES)]


def _running(mean, value):
    return value if mean is None else mean + ERROR_SHARE * (value - mean)


def _short(number):
    return float('%.5g' % number)


def _numbers(values, count):
    numbers = [float(value) for value in values]
    if len(numbers) != count or not all(math.isfinite(number) for number in numbers):
        raise ValueError('%d finite numbers are wanted' % count)
    return numbers
