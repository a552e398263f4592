# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Decides on the core of a gas turbine when its inlet filter is to be cleaned.

A long-lived function. It hears the sensors of one turbine on plants/NAME/inlet, …/filter, …/rotor, …/generator, keeps
their readings in a database of this machine and tells the cloud two things only:

    plants/NAME/summary      once an hour of the messages' own time, in less than 512 octets
    plants/NAME/maintenance  once a need: the drop that is foreseen crosses what is worth a cleaning

When a cleaning pays: fouling costs output in proportion to the drop, a cleaning costs a fixed sum, the drop grows at
the rate the model foresees. The cheapest moment is sqrt(2 · cleaning · rate / loss) above the clean filter's drop.

The model's factors live in the turbine's shadow: reported.model, written with each summary. A model that the centre
desires there with a greater version takes its place; so does factors.json of a later version of this function.
"""
import json
import logging
import math
import os
import sqlite3
import tempfile

import greengrasssdk

from filter_model import FilterModel, Interval, resistance
from plant_hour import HOUR, MessageClock, PlantHour
from readings_store import Readings

INTERVAL = 10 * 60 * 1000  # ms, of the model
LEARNT = 12                # intervals before its word is taken
DEEPER = 0.35              # share of the resistance above the clean one that only a cleaning takes away at once

#: What sensors tell, and between which bounds a reading is one.
FIELDS = {
    'inlet': {'temperature': (-60, 70), 'humidity': (0, 100.5), 'dust': (0, 1e6), 'air-flow': (0, 5000)},
    'filter': {'pressure-drop': (0, 20000), 'age': (0, 1e6), 'cleanings': (0, 1e7)},
    'rotor': {'speed': (0, 300000), 'vibration': (0, 1000)},
    'generator': {'output': (-1000, 2e6), 'efficiency': (0, 100)},
}
LONGEST_PAYLOAD = 8192
LATEST = 4102444800000  # ms: 2100-01-01

log = logging.getLogger(__name__)


def _setting(name, usual):
    try:
        return float(os.environ.get(name, usual))
    except ValueError:
        log.warning('%s is no number: %s is taken', name, usual)
        return float(usual)


class Turbine:
    """One turbine: its hour, its model, its need."""

    def __init__(self, name, client, readings):
        self.name = name
        self.client = client
        self.readings = readings
        self.rated_flow = _setting('RATED_FLOW', 75)            # m³/s
        self.clean_drop = _setting('CLEAN_DROP', 250)           # Pa at the rated flow
        self.cleaning_cost = _setting('CLEANING_COST', 30)      # money
        self.loss = _setting('LOSS_PER_PA_HOUR', 0.024)         # money
        self.horizon = _setting('HORIZON_HOURS', 1)             # a request comes so long before it is due
        self.hard_limit = _setting('HARD_LIMIT', 1500)          # Pa: above, whatever it costs
        self.clock = MessageClock()
        self.hour = None
        self.unsaid = 0        # readings that came without a time to file them under
        self.interval = Interval(self.rated_flow, self.clean_drop)
        self.air = None        # the newest: dust, flow, humidity
        self.resistance = None
        self.rate = None       # Pa/h that the model foresees
        self.cleanings = None
        self.settles = None    # until then a cleaning still shows, ms
        self.asked_at = None   # so many cleanings there were when one was asked for
        self.model = self._first_model()
        self._recall()

    # --- messages ---------------------------------------------------------------------------------------------------

    def hear(self, sensor, event):
        """A reading; false when it is none."""
        known = FIELDS.get(sensor)
        timestamp = _finite(event.get('timestamp')) if isinstance(event, dict) else None
        fields = known and timestamp is not None and _fields(event, known)
        payload = fields and _text(event)
        if not payload or not 0 < timestamp < LATEST or not self.clock.believes(timestamp):
            self._reject(sensor)
            return False
        self._turn_hour(int(self.clock.now // HOUR))
        self._keep(sensor, int(timestamp), payload)
        self.hour.readings += 1
        self.hour.bytes += len(payload.encode())
        self.hour.add(fields)
        if sensor == 'inlet':
            self._breathe(fields)
        elif sensor == 'filter':
            self._look(int(timestamp), fields)
        return True

    def _keep(self, sensor, timestamp, payload):
        try:
            self.readings.add('%s/%s' % (self.name, sensor), timestamp, payload)
        except sqlite3.Error as error:  # a full disk is no reason to let a filter clog
            log.error('a reading could not be kept: %s', error)

    def _reject(self, sensor):
        if self.hour:
            self.hour.rejected += 1
        else:
            self.unsaid += 1
        log.debug('not a reading of %s', sensor)

    def _breathe(self, fields):
        if 'dust' in fields and fields.get('air-flow', 0) > 1 and 'humidity' in fields:
            self.air = (fields['dust'], fields['air-flow'], fields['humidity'])
            self.interval.air(*self.air)

    def _look(self, timestamp, fields):
        """The filter's drop, and once in a while what is to be learnt from it."""
        if 'cleanings' in fields:
            cleanings = int(fields['cleanings'])
            if self.cleanings is not None and cleanings != self.cleanings:
                self._was_cleaned(timestamp)
            elif self.asked_at is not None and 0 <= self.asked_at < cleanings:
                self.asked_at = None  # it was cleaned while we were away
            self.cleanings = cleanings
        if self.air is None or 'pressure-drop' not in fields:
            return
        if self.settles is not None and 0 < self.settles - timestamp <= INTERVAL:
            return
        self.settles = None
        now = resistance(fields['pressure-drop'], self.air[1], self.rated_flow)
        interval = self.interval
        if interval.start is None or timestamp < interval.start:
            self._begin_interval(timestamp, now)
            return
        if interval.first - now > DEEPER * max(interval.first - self.clean_drop, 100):
            self._was_cleaned(timestamp)
            return
        interval.drops.append(now)
        if timestamp - interval.start < INTERVAL:
            return
        hours = (timestamp - interval.start) / HOUR
        end = sum(interval.drops[-3:]) / len(interval.drops[-3:])
        if interval.count and hours < 1:  # a long silence teaches nothing
            features = interval.features(hours)
            self.model.learn(features, end - interval.first)
            self.rate = self.model.growth(features) / hours
        self._begin_interval(timestamp, end)
        self._decide(timestamp)

    def _begin_interval(self, timestamp, now):
        wet = self.interval.wet
        self.interval.restart()
        self.interval.start, self.interval.first, self.interval.first_wet = timestamp, now, wet
        self.interval.wet = wet
        self.resistance = now

    # --- the need ---------------------------------------------------------------------------------------------------

    def threshold(self):
        """The drop at the rated flow (Pa) at which a cleaning pays; None while nothing was learnt."""
        if self.model.updates < LEARNT or self.rate is None or self.rate <= 0:
            return None
        return self.clean_drop + math.sqrt(2 * self.cleaning_cost * self.rate / self.loss)

    def hours_left(self):
        """Until it is crossed; None when that cannot be said."""
        threshold = self.threshold()
        return None if threshold is None else max(0.0, (threshold - self.resistance) / self.rate)

    def _decide(self, timestamp):
        if self.asked_at is not None:
            return
        left = self.hours_left()
        if self.resistance >= self.hard_limit:
            left = 0.0
        if left is None or left > self.horizon:
            return
        self.asked_at = self.cleanings if self.cleanings is not None else -1
        request = {'plant': self.name, 'timestamp': timestamp, 'drop': round(self.resistance),
                   'threshold': round(min(self.threshold() or self.hard_limit, self.hard_limit)),
                   'rate': round(self.rate or 0, 1), 'hours': round(left, 2)}
        if self.cleanings is not None:
            request['clean'] = self.cleanings + 1  # what to desire in the shadow of the filter
        self._tell('maintenance', request)
        self._save()

    def _was_cleaned(self, timestamp):
        self.asked_at = None
        self.settles = timestamp + INTERVAL
        self.interval.restart()

    # --- the hour ---------------------------------------------------------------------------------------------------

    def _turn_hour(self, number):
        if self.hour is None:
            self.hour = PlantHour(number)
            self.hour.rejected, self.unsaid = self.unsaid, 0
        elif number > self.hour.number or number < self.hour.number - 1:
            ended, self.hour = self.hour, PlantHour(number)
            self._tell('summary', self._summary(ended))
            self.readings.trim()
            self._save()

    def _summary(self, hour):
        left = self.hours_left()
        told = {'plant': self.name, 'hour': hour.number * HOUR, 'readings': hour.readings, 'bytes': hour.bytes,
                'rejected': hour.rejected, 'output': hour.mean('output', 0), 'efficiency': hour.mean('efficiency', 2),
                'drop': self.resistance and round(self.resistance), 'dust': hour.mean('dust', 0),
                'humidity': hour.mean('humidity', 0), 'temperature': hour.mean('temperature'),
                'speed': hour.mean('speed', 0), 'vibration': hour.most('vibration'),
                'rate': self.rate and round(self.rate, 1), 'hoursLeft': left and round(left, 1),
                'modelError': self.model.error and round(self.model.error, 2), 'model': self.model.version}
        return {name: value for name, value in told.items() if value is not None}

    def _tell(self, what, message):
        try:
            self.client.publish(topic='plants/%s/%s' % (self.name, what),
                                payload=json.dumps(message, separators=(',', ':')))
        except Exception as error:  # the next hour comes; a function that dies of it learns nothing any more
            log.error('%s could not be told: %s', what, error)

    # --- the shadow -------------------------------------------------------------------------------------------------

    def _first_model(self):
        """What this version of the function brings, else one that knows nothing."""
        try:
            with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'factors.json')) as file:
                return FilterModel.of(json.load(file)) or FilterModel()
        except (OSError, ValueError):
            return FilterModel()

    def _shadow(self):
        """Its state; empty when there is none yet, or none that can be read: then it begins anew."""
        try:
            state = json.loads(self.client.get_thing_shadow(thingName=self.name)['payload'])['state']
        except Exception as error:
            log.info('no shadow of %s: %s', self.name, error)
            return {}
        return state if isinstance(state, dict) else {}

    def _recall(self):
        state = self._shadow()
        reported = state.get('reported')
        if isinstance(reported, dict):
            self._adopt(reported.get('model'), own=True)
            asked = reported.get('askedAt')
            self.asked_at = asked if isinstance(asked, int) else None
        self._obey(state)

    def delta(self, state):
        """Something is desired that is not so. A delta has only what differs: the whole is asked for."""
        model = state.get('model') if isinstance(state, dict) else None
        if isinstance(model, dict) and 'version' in model:
            self._obey(self._shadow())

    def _obey(self, state):
        desired = state.get('desired')
        if isinstance(desired, dict) and self._adopt(desired.get('model'), own=False):
            log.info('model %d of the centre is in use', self.model.version)
            self._save()

    def _adopt(self, document, own):
        model = FilterModel.of(document) if isinstance(document, dict) else None
        if not model or model.version < self.model.version or (not own and model.version == self.model.version):
            return False
        self.model = model
        return True

    def _save(self):
        reported = {'model': self.model.document(), 'askedAt': self.asked_at}
        try:
            self.client.update_thing_shadow(thingName=self.name,
                                            payload=json.dumps({'state': {'reported': reported}}, separators=(',', ':')))
        except Exception as error:  # what was learnt stays here; the next hour tries again
            log.error('the shadow could not be written: %s', error)


def _text(event):
    """The reading as it is kept; None when it is too long for one."""
    try:
        payload = json.dumps(event, separators=(',', ':'))
    except (RecursionError, ValueError):
        return None
    return payload if len(payload) <= LONGEST_PAYLOAD else None


def _finite(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value if math.isfinite(value) else None


def _fields(event, known):
    """The values that make sense; none when one does not."""
    fields = {}
    for name, (low, high) in known.items():
        if name in event:
            value = _finite(event[name])
            if value is None or not low <= value <= high:
                return None
            fields[name] = value
    return fields


def _database():
    folder = os.environ.get('READINGS_FOLDER') or tempfile.gettempdir()
    os.makedirs(folder, exist_ok=True)
    return os.path.join(folder, 'readings-%s.sqlite' % os.environ.get('AWS_IOT_THING_NAME', 'core'))


MOST_TURBINES = 10  # of one core; a name out of a message is no reason to keep things for ever
turbines = {}
readings = Readings(_database(), int(_setting('MOST_READINGS', 200000)), int(_setting('COMMIT_EVERY', 50)))
client = greengrasssdk.client('iot-data')


def turbine_of(name):
    if name not in turbines and len(turbines) < MOST_TURBINES:
        turbines[name] = Turbine(name, client, readings)
    return turbines.get(name)


def function_handler(event, context):
    custom = context.client_context.custom if context and context.client_context else None
    levels = str((custom or {}).get('subject', '')).split('/')
    if len(levels) == 3 and levels[0] == 'plants' and levels[1]:
        turbine = turbine_of(levels[1])
        if turbine:
            turbine.hear(levels[2], event)
    elif len(levels) > 4 and levels[:2] == ['$aws', 'things'] and levels[-1] == 'delta' and isinstance(event, dict):
        turbine = turbine_of(levels[2])
        if turbine:
            turbine.delta(event.get('state'))
