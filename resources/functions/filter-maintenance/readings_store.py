# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Raw readings in a database of this machine. They stay here."""
import sqlite3


class Readings:
    """The newest readings of a plant, no more than so many."""

    def __init__(self, path, most=200000, commit_every=50):
        self.most = most
        self.commit_every = max(1, commit_every)  # who is killed loses so many at most; a flash card lives longer
        self.waiting = 0
        # Handlers of one function run one after the other, but not always on the thread that loaded the module.
        self.database = sqlite3.connect(path, check_same_thread=False)
        self.database.execute('PRAGMA journal_mode=WAL')
        self.database.execute('PRAGMA synchronous=NORMAL')
        self.database.execute('CREATE TABLE IF NOT EXISTS reading (number INTEGER PRIMARY KEY, sensor TEXT NOT NULL, '
                              'timestamp INTEGER NOT NULL, payload TEXT NOT NULL)')
        self.database.commit()

    def add(self, sensor, timestamp, payload):
        self.database.execute('INSERT INTO reading (sensor, timestamp, payload) VALUES (?, ?, ?)',
                              (sensor, timestamp, payload))
        self.waiting += 1
        if self.waiting >= self.commit_every:
            self.commit()

    def commit(self):
        self.waiting = 0
        self.database.commit()

    def trim(self):
        """The oldest go once there are too many."""
        newest = self.database.execute('SELECT max(number) FROM reading').fetchone()[0]
        if newest and newest > self.most:
            self.database.execute('DELETE FROM reading WHERE number <= ?', (newest - self.most,))
        self.commit()

    def count(self):
        return self.database.execute('SELECT count(*) FROM reading').fetchone()[0]

    def close(self):
        self.commit()
        self.database.close()
