# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The function filter-maintenance without a core: a played SDK, a plant of a few lines."""
import importlib
import json
import math
import os
import pathlib
import random
import sqlite3
import sys
import tempfile
import types
import unittest

FUNCTION = pathlib.Path(os.environ.get('GREENSWARD_RESOURCES',
                                       pathlib.Path(__file__).resolve().parents[2] / 'resources')
                        ) / 'functions' / 'filter-maintenance'
sys.path.insert(0, str(FUNCTION))
BEGIN = 1500000000000 // 3600000 * 3600000  # ms, a full hour
HOUR = 3600 * 1000


class PlayedClient:
    """A core's data plane: what was published, and shadows that merge."""

    def __init__(self):
        self.published = []
        self.shadows = {}
        self.fails = False

    def publish(self, topic, payload):
        if self.fails:
            raise RuntimeError('the queue is full')
        self.published.append((topic, json.loads(payload), len(payload)))

    def get_thing_shadow(self, thingName):
        if thingName not in self.shadows:
            raise RuntimeError('No shadow exists with name: %s' % thingName)
        return {'payload': json.dumps({'state': self.shadows[thingName]}).encode()}

    def update_thing_shadow(self, thingName, payload):
        if self.fails:
            raise RuntimeError('no shadow service')
        assert len(payload) < 8192
        state = self.shadows.setdefault(thingName, {})
        for part, members in json.loads(payload)['state'].items():
            for name, value in members.items():
                section = state.setdefault(part, {})
                if value is None:
                    section.pop(name, None)
                else:
                    section[name] = value
        return {'payload': b'{}'}

    def on(self, what):
        return [message for topic, message, _ in self.published if topic.endswith('/' + what)]


class PlayedPlant:
    """Dust fouls a filter: the same laws as the simulator's plant, in the few lines that matter."""

    def __init__(self, name='gt-1', seed=1, dust=400.0, load=0.0):
        self.name, self.random, self.dust, self.load = name, random.Random(seed), dust, load
        self.now, self.cleanings, self.humidity, self.swollen, self.haze = BEGIN, 0, 60.0, 0.04, 0.0
        self.begin = load
        self.sent = 0

    def drop(self, flow):
        return (250 + 850 * self.load * (1 + 0.8 * self.swollen)) * (flow / 75) ** 2

    def clean(self):
        self.cleanings += 1
        self.load *= 0.05

    def minute(self):
        """Lives a minute; the messages of its sensors, as (subject, event)."""
        step = 60.0
        self.now += int(step * 1000)
        hours = (self.now - BEGIN) / HOUR
        self.humidity = 62 + 22 * math.sin(hours / 24 * 6.28 * 3)
        self.haze += (-self.haze + self.random.gauss(0, 1) * 2.7) * step / 1800
        dust = self.dust * math.exp(0.6 * self.haze)
        flow = 75 * (1 + 0.01 * math.sin(hours * 5))
        wet = min(max((self.humidity - 50) / 50, 0), 1) ** 2
        self.swollen += (wet - self.swollen) * (1 - math.exp(-step / 900))
        self.load += 0.97 * dust * 1e-9 * flow * step
        drop = self.drop(flow) + self.random.gauss(0, 1)
        at = 'plants/%s/' % self.name
        messages = [
            (at + 'inlet', {'timestamp': self.now, 'temperature': 18.2, 'humidity': round(self.humidity, 1),
                            'dust': round(dust), 'air-flow': round(flow, 2)}),
            (at + 'filter', {'timestamp': self.now, 'pressure-drop': round(drop, 1), 'age': hours,
                             'cleanings': self.cleanings}),
            (at + 'rotor', {'timestamp': self.now, 'speed': 9500.0, 'vibration': 1.6}),
            (at + 'generator', {'timestamp': self.now, 'output': 30000 - 0.5 * drop, 'efficiency': 35.9}),
        ]
        self.sent += len(messages)
        return messages


class FilterMaintenance(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        os.environ['READINGS_FOLDER'] = folder.name
        os.environ['AWS_IOT_THING_NAME'] = 'core-1'
        os.environ['MOST_READINGS'] = '5000'
        self.database = os.path.join(folder.name, 'readings-core-1.sqlite')
        self.client = PlayedClient()
        self.load_function()
        self.addCleanup(lambda: self.function.readings.close())

    def load_function(self):
        """As when the core starts an instance."""
        sdk = types.ModuleType('greengrasssdk')
        sdk.client = lambda kind: self.client
        sys.modules['greengrasssdk'] = sdk
        sys.modules.pop('filter_maintenance', None)
        self.function = importlib.import_module('filter_maintenance')

    def restart(self):
        self.function.readings.close()
        self.load_function()

    def call(self, subject, event):
        context = types.SimpleNamespace(client_context=types.SimpleNamespace(custom={'subject': subject}))
        return self.function.function_handler(event, context)

    def run_plant(self, plant, hours):
        for _ in range(round(hours * 60)):
            for subject, event in plant.minute():
                self.call(subject, event)

    def turbine(self):
        return self.function.turbines['gt-1']

    # --- what goes up, what stays -----------------------------------------------------------------------------------

    def test_each_hour_has_one_summary_and_readings_stay_here(self):
        plant = PlayedPlant()
        self.run_plant(plant, 5.02)
        summaries = self.client.on('summary')
        self.assertEqual([s['hour'] for s in summaries], [BEGIN + k * HOUR for k in range(5)])
        # The first minute of an hour belongs to it: 59 minutes in the first, sixty in each other.
        self.assertEqual([s['readings'] for s in summaries], [59 * 4, 60 * 4, 60 * 4, 60 * 4, 60 * 4])
        self.assertTrue(all(s['rejected'] == 0 for s in summaries))
        self.assertTrue(all(size <= 512 for _, _, size in self.client.published), 'one unit of what AWS meters')
        self.function.readings.commit()
        kept = sqlite3.connect(self.database).execute('SELECT count(*) FROM reading').fetchone()[0]
        self.assertEqual(kept, plant.sent)
        self.assertLess(sum(size for _, _, size in self.client.published), sum(s['bytes'] for s in summaries) / 20)

    def test_the_database_is_bounded(self):
        self.run_plant(PlayedPlant(), 24.1)
        self.assertLessEqual(self.function.readings.count(), 5000 + 4 * 60)
        newest = self.function.readings.database.execute('SELECT max(timestamp) FROM reading').fetchone()[0]
        self.assertGreater(newest, BEGIN + 24 * HOUR, 'the oldest go, not the newest')

    # --- learning ---------------------------------------------------------------------------------------------------

    def test_it_learns_the_error_falls(self):
        plant = PlayedPlant()
        wrong = []
        model_class = sys.modules['filter_model'].FilterModel
        learn = model_class.learn

        def watched(model, features, growth):
            predicted = learn(model, features, growth)
            wrong.append((abs(growth - predicted), abs(growth)))
            return predicted

        model_class.learn = watched
        self.addCleanup(setattr, model_class, 'learn', learn)
        for _ in range(6):
            self.run_plant(plant, 5)
            plant.clean()
        mean = lambda pairs, k: sum(pair[k] for pair in pairs) / len(pairs)
        first, last = wrong[:6], wrong[-60:]
        self.assertLess(mean(last, 0), mean(first, 0) / 2, 'it does not learn')
        self.assertLess(mean(last, 0), mean(last, 1) / 4, 'it knows no more than that the drop stays')
        told = [s['modelError'] for s in self.client.on('summary')]
        self.assertLess(sum(told[-6:]) / 6, told[0])

    def test_factors_outlive_the_process(self):
        plant = PlayedPlant()
        self.run_plant(plant, 6.02)
        told = json.loads(json.dumps(self.client.shadows['gt-1']['reported']['model']))
        self.assertGreater(told['updates'], 30)
        self.restart()
        self.call('plants/gt-1/rotor', {'timestamp': plant.now, 'speed': 1})
        self.assertEqual(self.turbine().model.document(), told)

    def test_a_new_model_of_the_centre_takes_its_place(self):
        self.run_plant(PlayedPlant(), 2)
        self.client.shadows['gt-1']['desired'] = {'model': {'version': 2, 'factors': [1, 2, 3, 4]}}
        self.call('$aws/things/gt-1/shadow/update/delta',
                  {'version': 9, 'state': {'model': {'version': 2, 'factors': [1, 2, 3, 4]}}})
        self.assertEqual((self.turbine().model.version, self.turbine().model.factors), (2, [1, 2, 3, 4]))
        self.assertEqual(self.client.shadows['gt-1']['reported']['model']['version'], 2)
        # It goes on to learn from there; the same version again does not set it back.
        self.turbine().model.factors[0] = 5
        self.call('$aws/things/gt-1/shadow/update/delta', {'state': {'model': {'version': 2}}})
        self.assertEqual(self.turbine().model.factors[0], 5)
        self.restart()
        self.call('plants/gt-1/rotor', {'timestamp': BEGIN, 'speed': 1})
        self.assertEqual(self.turbine().model.version, 2)

    def test_a_wrong_model_of_the_centre_is_left_alone(self):
        self.run_plant(PlayedPlant(), 3)
        for model in ({'version': 7}, {'version': 'x', 'factors': [1, 2, 3, 4]}, {'version': 7, 'factors': [1, 2]},
                      {'version': 7, 'factors': [1, 2, 3, float('nan')]}, 'model', None, [],
                      {'version': 7, 'factors': [1, 2, 3, 4], 'spread': [1]}):
            self.client.shadows['gt-1']['desired'] = {'model': model}
            self.call('$aws/things/gt-1/shadow/update/delta', {'state': {'model': {'version': 7}}})
            self.assertEqual(self.turbine().model.version, 1, model)

    # --- the need ---------------------------------------------------------------------------------------------------

    def test_a_clean_filter_asks_for_nothing(self):
        self.run_plant(PlayedPlant(dust=20), 12)
        self.assertEqual(self.client.on('maintenance'), [])

    def test_a_fouled_filter_asks_once_a_need(self):
        plant = PlayedPlant()
        self.run_plant(plant, 12)
        asked = self.client.on('maintenance')
        self.assertEqual(len(asked), 1)
        self.assertEqual(asked[0]['clean'], 1)
        self.assertGreaterEqual(asked[0]['drop'] + asked[0]['rate'] * 1.01, asked[0]['threshold'])
        self.assertLess(asked[0]['drop'], 1000)
        self.restart()
        self.run_plant(plant, 1)
        self.assertEqual(len(self.client.on('maintenance')), 1, 'another process knows that it was asked for')
        plant.clean()
        self.run_plant(plant, 12)
        asked = self.client.on('maintenance')
        self.assertEqual([request['clean'] for request in asked], [1, 2])

    def test_a_storm_is_asked_for_sooner(self):
        calm, storm = PlayedPlant(), PlayedPlant('gt-2', dust=1600)
        self.run_plant(calm, 12)
        self.run_plant(storm, 12)
        first = {message['plant']: message['timestamp'] for message in reversed(self.client.on('maintenance'))}
        self.assertLess(first['gt-2'], first['gt-1'])

    def test_above_the_hard_limit_it_asks_though_it_learnt_nothing(self):
        self.run_plant(PlayedPlant(load=2.0), 0.5)
        self.assertEqual(len(self.client.on('maintenance')), 1)

    # --- rubbish ----------------------------------------------------------------------------------------------------

    def test_rubbish_is_counted_and_changes_nothing(self):
        plant = PlayedPlant()
        self.run_plant(plant, 0.5)
        rubbish = [None, 7, 'x', [], {}, {'timestamp': 'now'}, {'timestamp': float('nan'), 'pressure-drop': 300},
                   {'timestamp': plant.now, 'pressure-drop': 'much'}, {'timestamp': plant.now, 'pressure-drop': -5},
                   {'timestamp': plant.now, 'pressure-drop': float('inf')}, {'timestamp': plant.now},
                   {'timestamp': True, 'pressure-drop': 300}, {'timestamp': 1e300, 'pressure-drop': 300},
                   {'timestamp': plant.now + 1000 * HOUR, 'pressure-drop': 300},
                   {'timestamp': plant.now, 'pressure-drop': 300, 'more': 'x' * 10000}]
        for event in rubbish:
            self.call('plants/gt-1/filter', event)
        for subject in ('plants/gt-1/filter/more', 'plants//filter', 'plants/gt-1/else', 'other', '', None):
            self.call(subject, {'timestamp': plant.now, 'pressure-drop': 300})
        self.function.function_handler({'timestamp': 1}, None)
        self.run_plant(plant, 1)
        summary = self.client.on('summary')[0]
        self.assertEqual(summary['rejected'], len(rubbish) + 1)
        self.assertEqual(summary['readings'], 59 * 4)

    def test_a_clock_that_was_set_is_believed_after_some_messages(self):
        plant = PlayedPlant()
        self.run_plant(plant, 0.5)
        plant.now += 1000 * HOUR
        self.run_plant(plant, 0.4)
        self.assertEqual(self.turbine().clock.now, plant.now)
        self.assertEqual(len(self.client.on('summary')), 1)

    def test_names_out_of_messages_are_not_kept_for_ever(self):
        for number in range(1000):
            self.call('plants/gt-%d/rotor' % number, {'timestamp': BEGIN, 'speed': 1})
        self.assertLessEqual(len(self.function.turbines), 10)

    def test_it_goes_on_while_nothing_can_be_told(self):
        plant = PlayedPlant()
        self.client.fails = True
        self.run_plant(plant, 3)
        self.client.fails = False
        self.run_plant(plant, 1)
        self.assertEqual(len(self.client.on('summary')), 1)
        self.assertGreater(self.turbine().model.updates, 15)


if __name__ == '__main__':
    unittest.main()
