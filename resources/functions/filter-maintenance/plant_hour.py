# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An hour of a plant, and the clock of its messages."""
HOUR = 3600 * 1000  # ms
MOST_AHEAD = 6 * HOUR
MOST_BEHIND = HOUR
WITNESSES = 5  # messages that agree on another time: then it is the clock that was set


class MessageClock:
    """Time as the messages tell it. One that is far off is not believed, unless the next ones say the same."""

    def __init__(self):
        self.now = None
        self.doubted = []

    def believes(self, timestamp):
        if self.now is None or -MOST_BEHIND <= timestamp - self.now <= MOST_AHEAD:
            self.doubted = []
        else:
            self.doubted = [other for other in self.doubted if abs(other - timestamp) <= MOST_BEHIND] + [timestamp]
            if len(self.doubted) < WITNESSES:
                return False
            self.doubted = []
            self.now = None
        self.now = timestamp if self.now is None else max(self.now, timestamp)
        return True


class Mean:
    def __init__(self):
        self.sum, self.count, self.most = 0.0, 0, None

    def add(self, value):
        self.sum += value
        self.count += 1
        self.most = value if self.most is None else max(self.most, value)

    def value(self, decimals):
        return round(self.sum / self.count, decimals) if self.count else None


class PlantHour:
    """What the summary of an hour tells."""

    def __init__(self, number):
        self.number = number  # hours since 1970
        self.readings = 0
        self.bytes = 0
        self.rejected = 0
        self.means = {}

    def add(self, fields):
        for name, value in fields.items():
            self.means.setdefault(name, Mean()).add(value)

    def mean(self, name, decimals=1):
        return self.means[name].value(decimals) if name in self.means else None

    def most(self, name, decimals=2):
        return round(self.means[name].most, decimals) if name in self.means else None
