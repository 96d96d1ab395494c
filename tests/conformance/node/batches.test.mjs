// SPDX-License-Identifier: GPL-3.0-or-later
// The official client makes batches of uploaded files, waits for them, cancels them, and reads the files they leave.
// ODC_SERVER is the local server's program, ODC_CONTRACT the contract file.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import OpenAI, { toFile } from 'openai';
import { checkedFetch, loadContract } from './contract.mjs';
import { startServer } from './server.mjs';

const contract = loadContract(process.env.ODC_CONTRACT);
if (!contract) console.log('SKIPPED-CHECK: no contract file, replies are not compared with it');

let server, client;

before(async () => {
  server = await startServer('--time-scale', '0', '--seed', 'sample');
  client = new OpenAI({ baseURL: server.baseURL, apiKey: 'sk-test', maxRetries: 0, fetch: checkedFetch(contract) });
});

after(() => server.stop());

const endpoint = '/v1/chat/completions';
const line = (custom_id, content, more = {}) =>
  JSON.stringify({ custom_id, method: 'POST', url: endpoint, body: { model: 'gpt-4.1-mini', messages: [{ role: 'user', content }], ...more } });
const upload = async (...lines) =>
  client.files.create({ purpose: 'batch', file: await toFile(Buffer.from(lines.join('\n')), 'requests.jsonl') });
const create = async (lines, more = {}) =>
  client.batches.create({ input_file_id: (await upload(...lines)).id, endpoint, completion_window: '24h', ...more });

/** The batch once it has that status; asked for again and again, as the client's users do. */
async function reached(batch, status) {
  for (;;) {
    const now = await client.batches.retrieve(batch.id);
    if (now.status === status) return now;
    assert.ok(['validating', 'in_progress', 'finalizing', 'cancelling'].includes(now.status), now.status);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
async function linesOf(fileId) {
  const text = await (await client.files.content(fileId)).text();
  return text.split('\n').filter((each) => each).map((each) => JSON.parse(each));
}
/** All lines that a batch left, by custom_id; no id may come twice. */
async function results(batch) {
  const all = new Map();
  for (const id of [batch.output_file_id, batch.error_file_id]) {
    if (!id) continue;
    for (const each of await linesOf(id)) {
      assert.ok(!all.has(each.custom_id), each.custom_id);
      all.set(each.custom_id, each);
    }
  }
  return all;
}

const refused = (promise, message, Class = OpenAI.BadRequestError) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof Class, String(error));
    assert.match(error.message, message);
    assert.equal(error.type, 'invalid_request_error');
    return true;
  });

describe('batches', () => {
  test('are made, worked on and read', async () => {
    const metadata = { job: 'nightly' };
    const made = await create([line('a', 'one'), line('b', 'two [[status 429]]'), line('c', 'three', { messages: [] })],
      { metadata, output_expires_after: { anchor: 'created_at', seconds: 3600 } });
    assert.match(made.id, /^batch_/);
    assert.equal(made.status, 'validating');
    assert.deepEqual(made.metadata, metadata);
    const done = await reached(made, 'completed');
    assert.deepEqual(done.request_counts, { total: 3, completed: 1, failed: 2 });
    assert.equal(done.model, 'gpt-4.1-mini');
    const [a, b, c] = await results(done).then((all) => ['a', 'b', 'c'].map((id) => all.get(id)));
    assert.equal(a.response.body.choices[0].message.content, 'local-echo: one');
    assert.equal(a.response.body.model, 'local-echo');
    assert.equal(done.usage.total_tokens, a.response.body.usage.total_tokens);
    assert.equal(b.response.status_code, 429);
    assert.equal(c.response.body.error.param, 'messages');
    assert.ok(done.created_at <= done.in_progress_at && done.in_progress_at <= done.finalizing_at && done.finalizing_at <= done.completed_at);
    const output = await client.files.retrieve(done.output_file_id);
    assert.equal(output.purpose, 'batch_output');
    assert.equal(output.expires_at - output.created_at, 3600);
    assert.deepEqual((await client.batches.list({ limit: 1 })).data, [done]);
    await refused(client.batches.cancel(made.id), /status 'completed'/);
  });

  test('whose file is bad fail, and say where', async () => {
    const failed = await reached(await create([line('a', 'x'), '{', line('a', 'y'), line('b', 'z', { model: 'gpt-4.1-nano' })]), 'failed');
    assert.deepEqual(failed.errors.data.map((each) => [each.line, each.code]),
      [[2, 'invalid_json_line'], [3, 'duplicate_custom_id'], [4, 'model_mismatch']]);
    assert.ok(!failed.output_file_id && !failed.error_file_id);
  });

  test('can be cancelled, and leave what they have', async () => {
    const made = await create([line('a', 'one'), line('b', '[[never]]'), line('c', 'three')]);
    while ((await client.batches.retrieve(made.id)).request_counts.completed < 2) await new Promise((resolve) => setImmediate(resolve));
    assert.equal((await client.batches.cancel(made.id)).status, 'cancelling');
    const gone = await reached(made, 'cancelled');
    const all = await results(gone);
    assert.deepEqual([...all.keys()].sort(), ['a', 'b', 'c']);
    assert.equal(all.get('b').error.code, 'batch_cancelled');
    assert.equal(all.get('b').response, null);
  });

  test('of every endpoint', async () => {
    const bodies = {
      '/v1/responses': { model: 'gpt-4.1-mini', input: 'hi' },
      '/v1/embeddings': { model: 'text-embedding-3-small', input: ['a', 'b'] },
      '/v1/completions': { model: 'gpt-3.5-turbo-instruct', prompt: 'x' },
      '/v1/moderations': { model: 'omni-moderation-latest', input: 'x' },
      '/v1/images/generations': { model: 'gpt-image-1', prompt: 'x' },
      '/v1/images/edits': { model: 'gpt-image-1', prompt: 'x', images: [{ file_id: 'file-1' }] },
    };
    for (const [url, body] of Object.entries(bodies)) {
      const file = await upload(JSON.stringify({ custom_id: 'only', method: 'POST', url, body }));
      const done = await reached(await client.batches.create({ input_file_id: file.id, endpoint: url, completion_window: '24h' }), 'completed');
      assert.deepEqual(done.request_counts, { total: 1, completed: 1, failed: 0 }, url);
      assert.equal((await linesOf(done.output_file_id))[0].response.status_code, 200, url);
    }
  });

  test('the sample data reads as the contract has it, and joins', async () => {
    const seen = new Set();
    for await (const each of client.batches.list({ limit: 5 })) {
      seen.add(each.status);
      if (!each.output_file_id && !each.error_file_id) continue;
      const asked = (await linesOf(each.input_file_id)).map((request) => request.custom_id);
      const all = await results(each);
      assert.deepEqual([...all.keys()].sort(), asked.sort(), each.id);
      assert.equal([...all.values()].filter((one) => one.response?.status_code === 200).length, each.request_counts.completed);
    }
    for (const status of ['completed', 'failed', 'cancelled', 'expired', 'in_progress']) assert.ok(seen.has(status), status);
  });

  test('what cannot be is refused', async () => {
    const file = await upload(line('a', 'x'));
    const good = { input_file_id: file.id, endpoint, completion_window: '24h' };
    await refused(client.batches.create({ ...good, input_file_id: 'file-none' }), /file-none/);
    await refused(client.batches.create({ ...good, endpoint: '/v1/files' }), /endpoint/);
    await refused(client.batches.create({ ...good, completion_window: '1h' }), /24h/);
    await refused(client.batches.create({ ...good, metadata: { k: 'v'.repeat(513) } }), /512/);
    await refused(client.batches.retrieve('batch_none'), /batch_none/, OpenAI.NotFoundError);
    await refused(client.batches.cancel('batch_none'), /batch_none/, OpenAI.NotFoundError);
    await refused(client.batches.list({ limit: 101 }), /limit/);
  });
});

test('every reply was compared with the contract', { skip: contract ? false : 'no contract file' }, () => {
  for (const operation of ['POST /batches', 'GET /batches', 'GET /batches/{batch_id}', 'POST /batches/{batch_id}/cancel'])
    for (const kind of ['ok', 'error']) assert.ok(contract.seen.has(`${operation} ${kind}`), `${operation} ${kind} was not judged`);
});
