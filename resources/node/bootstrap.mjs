// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs the handler of one function: started with the number of a socket that it alone has, and that handler's name.
// Frames both ways: two lengths of 32 bits, big-endian, a JSON head and a payload.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import util from 'node:util';
import { pathToFileURL } from 'node:url';

const LARGEST_RESULT = 6 * 1024 * 1024 + 100;
const onCore = 'MY_FUNCTION_ARN' in process.env; // what only a Greengrass core gives
const binary = process.env.ENCODING_TYPE === 'binary';

class Problem extends Error {
    constructor(kind, message) {
        super(message);
        this.name = kind;
        this.stack = `${kind}: ${message}`;
    }
}

// The socket to the host. It holds the process only while a call is in progress that waits for nothing else.
class Channel {
    constructor(number) {
        this.socket = new net.Socket({ fd: number, readable: true, writable: true });
        this.waiting = new Map();
        this.asked = 0;
        this.parts = [];
        this.size = 0;
        this.oncall = () => {};
        this.socket.on('data', (part) => this.read(part));
        this.socket.on('close', () => process.exit(0)); // the host is gone
        this.socket.on('error', () => process.exit(0));
    }

    send(head, payload = Buffer.alloc(0)) {
        const text = Buffer.from(JSON.stringify(head));
        const lengths = Buffer.alloc(8);
        lengths.writeUInt32BE(text.length, 0);
        lengths.writeUInt32BE(payload.length, 4);
        return new Promise((sent) => this.socket.write(Buffer.concat([lengths, text, payload]), sent));
    }

    ask(head, payload) {
        const number = ++this.asked;
        this.socket.ref(); // who asks is not idle
        return new Promise((answered) => {
            this.waiting.set(number, answered);
            this.send({ ...head, type: 'ask', number }, payload);
        });
    }

    read(part) {
        this.parts.push(part);
        this.size += part.length;
        for (;;) {
            if (this.size < 8)
                return;
            if (this.parts[0].length < 8)
                this.parts = [Buffer.concat(this.parts)];
            const first = this.parts[0];
            const head = first.readUInt32BE(0);
            const payload = first.readUInt32BE(4);
            const end = 8 + head + payload;
            if (this.size < end)
                return;
            const all = this.parts.length > 1 ? Buffer.concat(this.parts) : first;
            this.parts = all.length > end ? [all.subarray(end)] : [];
            this.size -= end;
            this.take(JSON.parse(all.subarray(8, 8 + head).toString()), all.subarray(8 + head, end));
        }
    }

    take(head, payload) {
        if (head.type !== 'answer') {
            this.oncall(head, payload);
            return;
        }
        const answered = this.waiting.get(head.number);
        this.waiting.delete(head.number);
        answered?.({ ...head, payload });
        if (this.waiting.size === 0 && idling)
            this.socket.unref();
    }
}

let idling = false; // a handler with a callback: its result goes when nothing else is to be done
const channel = new Channel(Number(process.argv[2]));
globalThis[Symbol.for('greensward.channel')] = channel;

// --- the log -------------------------------------------------------------------------------------------------------

let requestId = 'undefined';
for (const [method, level] of Object.entries({ log: 'INFO', info: 'INFO', debug: 'DEBUG', trace: 'TRACE', warn: 'WARN', error: 'ERROR' }))
    console[method] = (...words) =>
        fs.writeSync(1, `${new Date().toISOString()}\t${requestId}\t${level}\t${util.format(...words)}\n`);

function described(error) {
    if (!(error instanceof Error))
        return { errorType: typeof error, errorMessage: typeof error === 'string' ? error : util.inspect(error), trace: [] };
    return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

// --- the handler ---------------------------------------------------------------------------------------------------

async function load(name) {
    const slash = name.lastIndexOf('/') + 1;
    const dot = name.indexOf('.', slash);
    if (dot <= slash || dot === name.length - 1)
        throw new Problem('Runtime.MalformedHandlerName', `Bad handler ${name}`);
    const root = path.resolve(process.cwd(), name.slice(0, dot));
    const file = ['.js', '.mjs', '.cjs', ''].map((ending) => root + ending).find((one) => fs.existsSync(one) && fs.statSync(one).isFile());
    if (!file)
        throw new Problem('Runtime.ImportModuleError', `Error: Cannot find module '${name.slice(0, dot)}'`);
    let module;
    try {
        module = await import(pathToFileURL(file));
    } catch (error) {
        if (error instanceof SyntaxError)
            throw Object.assign(error, { name: 'Runtime.UserCodeSyntaxError', message: `SyntaxError: ${error.message}` });
        if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND')
            throw Object.assign(error, { name: 'Runtime.ImportModuleError', message: `Error: ${error.message}` });
        throw error;
    }
    const members = name.slice(dot + 1).split('.');
    const inside = (from) => members.reduce((found, member) => found?.[member], from);
    const handler = inside(module) ?? inside(module.default);
    if (typeof handler !== 'function')
        throw new Problem(handler === undefined ? 'Runtime.HandlerNotFound' : 'Runtime.HandlerNotFunction',
            `${name} is ${handler === undefined ? 'undefined or not exported' : 'not a function'}`);
    return handler;
}

function contextOf(head, settle) {
    const given = head.clientContext ? JSON.parse(head.clientContext) : undefined;
    const deadline = performance.now() + head.timeout;
    const context = {
        awsRequestId: head.requestId,
        invokedFunctionArn: head.arn,
        functionName: head.name,
        functionVersion: head.version,
        callbackWaitsForEmptyEventLoop: true,
        clientContext: given && onCore ? { ...given, Custom: given.custom } : given,
        identity: undefined,
        succeed: (result) => settle(null, result),
        fail: (error) => settle(error ?? null),
        done: settle,
    };
    if (onCore)
        return context;
    return Object.assign(context, {
        memoryLimitInMB: String(head.memory),
        logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
        logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
        getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
    });
}

function eventOf(payload) {
    if (binary)
        return Buffer.from(payload);
    try {
        return JSON.parse(payload.length > 0 ? payload.toString() : '{}');
    } catch (error) {
        throw new Problem('Runtime.UnmarshalError', `Unable to unmarshal input: ${error.message}`);
    }
}

function octetsOf(result) {
    if (binary)
        return result === undefined || result === null ? Buffer.alloc(0) : Buffer.from(Buffer.isBuffer(result) ? result : String(result));
    try {
        return Buffer.from(JSON.stringify(result) ?? 'null');
    } catch (error) {
        throw new Problem('Runtime.MarshalError', `Unable to marshal response: ${error.message}`);
    }
}

// What the handler comes to: the promise that it returns, or what it tells its callback, when nothing else is left to do.
function outcomeOf(handler, head, payload) {
    return new Promise((resolve, reject) => {
        let told = null;
        const finish = () => {
            process.off('beforeExit', finish);
            idling = false;
            channel.socket.ref();
            if (told?.error)
                reject(told.error);
            else
                resolve(told?.result);
        };
        const settle = (error, result) => {
            told ??= { error, result };
            if (!context.callbackWaitsForEmptyEventLoop)
                setImmediate(finish);
        };
        const context = contextOf(head, settle);
        const returned = handler(eventOf(payload), context, settle);
        if (typeof returned?.then === 'function') {
            returned.then(resolve, reject);
            return;
        }
        process.on('beforeExit', finish);
        idling = true;
        if (channel.waiting.size === 0)
            channel.socket.unref();
    });
}

let current = null;

async function answer(error, result) {
    const { requestId: id } = current;
    current = null;
    await channel.send({ type: 'result', requestId: id, error }, result);
}

async function call(handler, head, payload) {
    current = head;
    requestId = head.requestId;
    try {
        const result = octetsOf(await outcomeOf(handler, head, payload));
        if (result.length > LARGEST_RESULT)
            throw new Problem('Function.ResponseSizeTooLarge', 'Response payload size '
                + `(${result.length} bytes) exceeded maximum allowed payload size (${LARGEST_RESULT} bytes).`);
        await answer('', result);
    } catch (error) {
        const problem = described(error);
        console.error('Invoke Error', JSON.stringify(problem));
        await answer('Handled', Buffer.from(JSON.stringify(problem)));
    }
}

async function die(kind, error) {
    const problem = kind ? { errorType: kind, errorMessage: described(error).errorMessage, trace: described(error).trace } : described(error);
    console.error(kind ? 'Unhandled Promise Rejection' : 'Uncaught Exception', JSON.stringify(problem));
    if (current)
        await answer('Unhandled', Buffer.from(JSON.stringify(problem)));
    process.exit(128);
}

process.on('uncaughtException', (error) => die('', error));
process.on('unhandledRejection', (error) => die('Runtime.UnhandledPromiseRejection', error));

try {
    const handler = await load(process.argv[3]);
    channel.oncall = (head, payload) => call(handler, head, payload);
    channel.send({ type: 'ready' });
} catch (error) {
    await channel.send({ type: 'failed' }, Buffer.from(JSON.stringify(described(error))));
    process.exit(1);
}
