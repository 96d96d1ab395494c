// SPDX-License-Identifier: GPL-3.0-or-later
// The official client against the local server. ODC_SERVER is its program, ODC_CONTRACT the contract file.
import assert from 'node:assert/strict';
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import OpenAI, { toFile } from 'openai';
import { checkedFetch, loadContract } from './contract.mjs';
import { startServer } from './server.mjs';

const rows = 25_000;
const contract = loadContract(process.env.ODC_CONTRACT);
if (!contract) console.log('SKIPPED-CHECK: no contract file, replies are not compared with it');

let scratch, server, baseURL, client;

before(async () => {
  server = await startServer('--seed', 'large', '--seed-count', String(rows), '--time-scale', '0');
  ({ scratch, baseURL } = server);
  client = new OpenAI({ baseURL, apiKey: 'sk-test', maxRetries: 0, fetch: checkedFetch(contract) });
});

after(() => server.stop());

describe('files', () => {
  test('list pages by itself over all rows, without a gap or a double', async () => {
    const ids = new Set();
    let last = Infinity;
    for await (const file of client.files.list()) {
      ids.add(file.id);
      assert.ok(file.created_at <= last);
      last = file.created_at;
    }
    assert.equal(ids.size, rows);
  });

  test('list in small pages, ascending, one purpose', async () => {
    let count = 0;
    for await (const file of client.files.list({ purpose: 'evals', order: 'asc', limit: 1000 })) {
      assert.equal(file.purpose, 'evals');
      ++count;
    }
    assert.equal(count, Math.floor(rows / 6));
  });

  test('create from bytes, retrieve, content, delete', async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 31) & 255));
    const created = await client.files.create({ file: await toFile(bytes, 'bytes ä.bin'), purpose: 'evals' });
    assert.equal(created.bytes, bytes.length);
    assert.equal(created.filename, 'bytes ä.bin');
    assert.deepEqual(await client.files.retrieve(created.id), created);
    const content = await client.files.content(created.id);
    assert.deepEqual(Buffer.from(await content.arrayBuffer()), bytes);
    assert.deepEqual(await client.files.delete(created.id), { id: created.id, object: 'file', deleted: true });
    await assert.rejects(client.files.retrieve(created.id), OpenAI.NotFoundError);
    await assert.rejects(client.files.content(created.id), OpenAI.NotFoundError);
    await assert.rejects(client.files.delete(created.id), OpenAI.NotFoundError);
  });

  test('create from a stream, with an expiry', async () => {
    const path = join(scratch, 'lines.jsonl');
    writeFileSync(path, '{"custom_id":"a"}\n'.repeat(50_000));
    const created = await client.files.create({
      file: createReadStream(path),
      purpose: 'batch',
      expires_after: { anchor: 'created_at', seconds: 7200 },
    });
    assert.equal(created.bytes, 18 * 50_000);
    assert.equal(created.filename, 'lines.jsonl');
    assert.equal(created.expires_at, created.created_at + 7200);
    const done = await client.files.waitForProcessing(created.id, { pollInterval: 50, maxWait: 10_000 });
    assert.equal(done.status, 'processed');
  });

  test('errors arrive as the classes the client has for them', async () => {
    const notJsonl = client.files.create({ file: await toFile(Buffer.from('x'), 'a.txt'), purpose: 'batch' });
    await assert.rejects(notJsonl, (error) => {
      assert.ok(error instanceof OpenAI.BadRequestError);
      assert.match(error.message, /Invalid file format for Batch API. Must be .jsonl/);
      assert.equal(error.type, 'invalid_request_error');
      assert.match(error.requestID, /^req_/);
      return true;
    });
    await assert.rejects(async () => client.files.list({ limit: 0 }), OpenAI.BadRequestError);
    await assert.rejects(async () => client.files.list({ after: 'file-none' }), OpenAI.BadRequestError);
    const notAllowed = await client.files.create({ file: await toFile(Buffer.from('x'), 'a.txt'), purpose: 'user_data' });
    await assert.rejects(client.files.content(notAllowed.id), OpenAI.BadRequestError);
  });

  test('a missing key is an authentication error', async () => {
    const headers = { Authorization: null };
    const nobody = new OpenAI({ baseURL, apiKey: 'sk-x', defaultHeaders: headers, maxRetries: 0, fetch: checkedFetch(contract) });
    await assert.rejects(async () => nobody.files.list(), (error) => {
      assert.ok(error instanceof OpenAI.AuthenticationError);
      assert.equal(error.code, 'invalid_api_key');
      return true;
    });
  });

  test('a reply carries its request id', async () => {
    const { request_id: id } = await client.files.list({ limit: 1 }).withResponse();
    assert.match(id, /^req_/);
  });
});

describe('models', () => {
  test('list and retrieve', async () => {
    const ids = [];
    for await (const model of client.models.list()) ids.push(model.id);
    assert.ok(ids.includes('local-echo'));
    assert.equal((await client.models.retrieve('local-echo')).id, 'local-echo');
    await assert.rejects(client.models.retrieve('ft:gpt-4o-mini:org:sfx:id'), OpenAI.NotFoundError);
  });
});

test('every reply was compared with the contract', { skip: contract ? false : 'no contract file' }, () => {
  for (const operation of [
    'GET /files ok', 'GET /files error', 'POST /files ok', 'POST /files error', 'GET /files/{file_id} ok',
    'GET /files/{file_id} error', 'DELETE /files/{file_id} ok', 'DELETE /files/{file_id} error',
    'GET /files/{file_id}/content error', 'GET /models ok', 'GET /models/{model} ok', 'GET /models/{model} error',
  ])
    assert.ok(contract.seen.has(operation), `${operation} was not judged`);
});
