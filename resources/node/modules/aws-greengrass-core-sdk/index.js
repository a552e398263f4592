// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a function asks of the core it runs on.
'use strict';

const channel = globalThis[Symbol.for('greensward.channel')];

class GreengrassInterfaceError extends Error {}

function required(parameters, name) {
    const value = parameters?.[name];
    if (value === undefined || value === null || value === '')
        throw new Error(`Missing required parameter: "${name}"`);
    return value;
}

function octets(payload) {
    if (Buffer.isBuffer(payload) || typeof payload === 'string')
        return Buffer.from(payload);
    if (payload instanceof Uint8Array)
        return Buffer.from(payload);
    throw new Error('The payload must be a Buffer or a string');
}

// callback(error, data); a mistake in the parameters is told in the same way.
function ask(callback, begin, finish) {
    let asked;
    try {
        asked = begin();
    } catch (error) {
        process.nextTick(callback, error, null);
        return;
    }
    channel.ask(...asked).then((answer) => {
        if (answer.error)
            callback(new GreengrassInterfaceError(answer.error), null);
        else
            callback(null, finish(answer));
    });
}

class IotData {
    publish(parameters, callback) {
        ask(callback, () => [{ what: 'publish', topic: required(parameters, 'topic'), queueFullPolicy: parameters.queueFullPolicy === 'AllOrError' ? 'AllOrException' : parameters.queueFullPolicy ?? '' },
            octets(required(parameters, 'payload'))], () => null);
    }

    getThingShadow(parameters, callback) {
        this.#shadow('get', parameters, callback);
    }

    updateThingShadow(parameters, callback) {
        this.#shadow('update', parameters, callback);
    }

    deleteThingShadow(parameters, callback) {
        this.#shadow('delete', parameters, callback);
    }

    #shadow(verb, parameters, callback) {
        ask(callback, () => [{ what: 'shadow', verb, thing: required(parameters, 'thingName') },
            verb === 'update' ? octets(required(parameters, 'payload')) : Buffer.alloc(0)],
        (answer) => ({ Payload: answer.payload.toString() }));
    }
}

class Lambda {
    invoke(parameters, callback) {
        ask(callback, () => [{
            what: 'invoke', function: required(parameters, 'FunctionName'), qualifier: parameters.Qualifier ?? '',
            event: parameters.InvocationType === 'Event',
            clientContext: parameters.ClientContext ? Buffer.from(parameters.ClientContext, 'base64').toString() : '',
        }, octets(parameters.Payload ?? '')], (answer) => ({ Payload: answer.payload.toString(), FunctionError: answer.functionError }));
    }
}

class SecretsManager {
    getSecretValue(parameters, callback) {
        process.nextTick(callback, new GreengrassInterfaceError('This core keeps no secrets'), null);
    }
}

module.exports = { GreengrassInterfaceError, IotData, Lambda, SecretsManager };
