// SPDX-License-Identifier: GPL-3.0-or-later
// The official client uploads in parts. ODC_SERVER is the local server's program, ODC_CONTRACT the contract file.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import OpenAI, { toFile } from 'openai';
import { checkedFetch, loadContract } from './contract.mjs';
import { startServer } from './server.mjs';

const contract = loadContract(process.env.ODC_CONTRACT);
if (!contract) console.log('SKIPPED-CHECK: no contract file, replies are not compared with it');

let server, client;

before(async () => {
  server = await startServer('--time-scale', '0');
  client = new OpenAI({ baseURL: server.baseURL, apiKey: 'sk-test', maxRetries: 0, fetch: checkedFetch(contract) });
});

after(() => server.stop());

const create = (bytes, more = {}) =>
  client.uploads.create({ filename: 'golden ä.jsonl', purpose: 'evals', mime_type: 'application/jsonl', bytes, ...more });
const part = async (upload, bytes) => client.uploads.parts.create(upload.id, { data: await toFile(bytes, 'blob') });
const pattern = (length) => Buffer.from(Array.from({ length }, (_, i) => (i * 31 + (i >> 9)) & 255));

/** Rejects with the 400 whose message matches. */
const refused = (promise, message) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof OpenAI.BadRequestError, String(error));
    assert.match(error.message, message);
    assert.equal(error.type, 'invalid_request_error');
    assert.match(error.requestID, /^req_/);
    return true;
  });

describe('uploads', () => {
  test('parts sent in parallel become one file in the order of part_ids', async () => {
    const bytes = pattern(1_000_003);
    const upload = await create(bytes.length);
    assert.equal(upload.status, 'pending');
    assert.equal(upload.expires_at, upload.created_at + 3600);
    assert.equal(upload.file, null);
    const pieces = [];
    for (let at = 0; at < bytes.length; at += 150_000) pieces.push(bytes.subarray(at, at + 150_000));
    const parts = await Promise.all(pieces.map((piece) => part(upload, piece)));
    for (const each of parts) assert.equal(each.upload_id, upload.id);
    const md5 = createHash('md5').update(bytes).digest('hex');
    const done = await client.uploads.complete(upload.id, { part_ids: parts.map((each) => each.id), md5 });
    assert.equal(done.status, 'completed');
    assert.equal(done.file.bytes, bytes.length);
    assert.equal(done.file.filename, 'golden ä.jsonl');
    assert.deepEqual(await client.files.retrieve(done.file.id), done.file);
    const content = await client.files.content(done.file.id);
    assert.deepEqual(Buffer.from(await content.arrayBuffer()), bytes);
    const range = await client.files.content(done.file.id, { headers: { Range: 'bytes=149990-300009' } });
    assert.deepEqual(Buffer.from(await range.arrayBuffer()), bytes.subarray(149_990, 300_010));
    await client.files.delete(done.file.id);
    await assert.rejects(client.files.content(done.file.id), OpenAI.NotFoundError);
  });

  test('the file expires as the upload said', async () => {
    const expires_after = { anchor: 'created_at', seconds: 7200 };
    const upload = await create(2, { purpose: 'batch', expires_after });
    const only = await part(upload, Buffer.from('{}'));
    const { file } = await client.uploads.complete(upload.id, { part_ids: [only.id] });
    assert.equal(file.expires_at, file.created_at + 7200);
    assert.equal(file.purpose, 'batch');
    assert.equal(file.status, 'processed');
  });

  test('a cancelled upload takes nothing any more', async () => {
    const upload = await create(2);
    const only = await part(upload, Buffer.from('{}'));
    assert.equal((await client.uploads.cancel(upload.id)).status, 'cancelled');
    await refused(part(upload, Buffer.from('{}')), /'cancelled'/);
    await refused(client.uploads.complete(upload.id, { part_ids: [only.id] }), /'cancelled'/);
    await refused(client.uploads.cancel(upload.id), /'cancelled'/);
  });

  test('errors arrive as the classes the client has for them', async () => {
    await refused(create(0), /less than the minimum of 1/);
    await refused(create(2, { purpose: 'batch', filename: 'a.txt' }), /Invalid file format for Batch API. Must be .jsonl/);
    const upload = await create(2);
    const only = await part(upload, Buffer.from('{'));
    await refused(client.uploads.complete(upload.id, { part_ids: [only.id] }), /have 1 bytes, but the upload was created for 2/);
    await refused(client.uploads.complete(upload.id, { part_ids: [] }), /too short/);
    await refused(part(upload, Buffer.alloc(0)), /The part is empty/);
    const none = { id: 'upload_none' };
    await assert.rejects(part(none, Buffer.from('{}')), OpenAI.NotFoundError);
    await assert.rejects(client.uploads.complete(none.id, { part_ids: [only.id] }), OpenAI.NotFoundError);
    await assert.rejects(client.uploads.cancel(none.id), OpenAI.NotFoundError);
  });
});

test('every reply was compared with the contract', { skip: contract ? false : 'no contract file' }, () => {
  for (const operation of ['', '/{upload_id}/parts', '/{upload_id}/complete', '/{upload_id}/cancel'])
    for (const outcome of ['ok', 'error'])
      assert.ok(contract.seen.has(`POST /uploads${operation} ${outcome}`), `${operation} ${outcome} was not judged`);
});
