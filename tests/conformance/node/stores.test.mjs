// SPDX-License-Identifier: GPL-3.0-or-later
// The official client makes vector stores, fills them one by one and in batches, waits, searches, reads and takes out.
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

const fileOf = (text, name = 'note.txt') => toFile(Buffer.from(text), name);
const upload = async (text, name) => client.files.create({ purpose: 'assistants', file: await fileOf(text, name) });
const store = (more = {}) => client.vectorStores.create({ name: 'kb', ...more });
const counts = (completed, failed = 0, cancelled = 0, in_progress = 0) => ({
  completed, failed, cancelled, in_progress, total: completed + failed + cancelled + in_progress,
});
async function collect(pages) {
  const all = [];
  for await (const each of pages) all.push(each);
  return all;
}
const refused = (promise, message, Class = OpenAI.BadRequestError) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof Class, String(error));
    assert.match(error.message, message);
    assert.equal(error.type, 'invalid_request_error');
    return true;
  });

describe('vector stores', () => {
  test('are made, read, changed and deleted', async () => {
    const made = await store({ description: 'what we know', metadata: { team: 'cx' }, expires_after: { anchor: 'last_active_at', days: 7 } });
    assert.match(made.id, /^vs_/);
    assert.equal(made.object, 'vector_store');
    assert.equal(made.status, 'completed');
    assert.equal(made.expires_at - made.last_active_at, 7 * 86400);
    assert.deepEqual(made.file_counts, counts(0));
    assert.deepEqual(await client.vectorStores.retrieve(made.id), made);
    const changed = await client.vectorStores.update(made.id, { name: 'other', expires_after: null, metadata: null });
    assert.equal(changed.name, 'other');
    assert.equal(changed.expires_at, null);
    assert.deepEqual(changed.metadata, {});
    assert.deepEqual(await client.vectorStores.delete(made.id), { id: made.id, object: 'vector_store.deleted', deleted: true });
    await refused(client.vectorStores.retrieve(made.id), /not found/, OpenAI.NotFoundError);
  });

  test('with files of their own from the start', async () => {
    const file = await upload('about tea');
    const made = await store({ file_ids: [file.id], chunking_strategy: { type: 'static', static: { max_chunk_size_tokens: 100, chunk_overlap_tokens: 50 } } });
    assert.equal(made.file_counts.total, 1);
    const there = await client.vectorStores.files.poll(made.id, file.id);
    assert.deepEqual(there.chunking_strategy.static, { max_chunk_size_tokens: 100, chunk_overlap_tokens: 50 });
  });

  test('are listed page by page', async () => {
    const made = [];
    for (let i = 0; i < 7; i++) made.unshift((await store({ name: `page ${i}` })).id);
    const all = (await collect(client.vectorStores.list({ limit: 3 }))).map((each) => each.id);
    assert.deepEqual(all.slice(0, 7), made);
    assert.equal(new Set(all).size, all.length);
    const oldest = (await collect(client.vectorStores.list({ limit: 4, order: 'asc' }))).map((each) => each.id);
    assert.deepEqual(oldest, all.reverse());
    const back = await client.vectorStores.list({ limit: 2, before: made[4] });
    assert.deepEqual(back.data.map((each) => each.id), made.slice(2, 4));
  });

  test('are searched', async () => {
    const made = await store();
    const tea = await upload('Green tea is brewed at 70 degrees. It is bitter when the water boils.', 'tea.md');
    const coffee = await upload('Coffee is brewed at 93 degrees.', 'coffee.md');
    await client.vectorStores.files.createAndPoll(made.id, { file_id: tea.id, attributes: { kind: 'tea', year: 2026, bio: true } });
    await client.vectorStores.files.createAndPoll(made.id, { file_id: coffee.id, attributes: { kind: 'coffee', year: 2024 } });
    const page = await client.vectorStores.search(made.id, { query: 'why is green tea bitter?' });
    assert.deepEqual(page.search_query, ['why is green tea bitter?']);
    assert.equal(page.data[0].file_id, tea.id);
    assert.equal(page.data[0].filename, 'tea.md');
    assert.deepEqual(page.data[0].attributes, { kind: 'tea', year: 2026, bio: true });
    assert.match(page.data[0].content[0].text, /70 degrees/);
    assert.ok(page.data[0].score > 0 && page.data[0].score <= 1);
    const found = async (more) => (await collect(client.vectorStores.search(made.id, { query: 'brewed', ...more }))).map((each) => each.file_id);
    assert.deepEqual((await found({})).sort(), [tea.id, coffee.id].sort());
    assert.deepEqual(await found({ filters: { type: 'gt', key: 'year', value: 2024 } }), [tea.id]);
    assert.deepEqual(await found({ filters: { type: 'and', filters: [{ type: 'eq', key: 'kind', value: 'tea' }, { type: 'ne', key: 'bio', value: true }] } }), []);
    assert.deepEqual(await found({ max_num_results: 1 }), [(await found({}))[0]]);
    assert.deepEqual(await found({ ranking_options: { ranker: 'none', score_threshold: 1 } }), []);
    const rewritten = await client.vectorStores.search(made.id, { query: ['What is green tea?', 'coffee'], rewrite_query: true });
    assert.equal(rewritten.search_query.length, 1);
    assert.match(rewritten.search_query[0], /green tea/);
  });
});

describe('files of a store', () => {
  test('are attached, waited for, listed, changed, read and taken out', async () => {
    const made = await store();
    const file = await upload('All about tea.', 'tea.md');
    const begun = await client.vectorStores.files.create(made.id, { file_id: file.id, attributes: { lang: 'en' } });
    assert.equal(begun.id, file.id);
    assert.equal(begun.object, 'vector_store.file');
    assert.equal(begun.status, 'in_progress');
    const done = await client.vectorStores.files.poll(made.id, file.id);
    assert.equal(done.status, 'completed');
    assert.equal(done.last_error, null);
    assert.deepEqual(await client.vectorStores.files.retrieve(file.id, { vector_store_id: made.id }), done);
    const changed = await client.vectorStores.files.update(file.id, { vector_store_id: made.id, attributes: { year: 2026, draft: false } });
    assert.deepEqual(changed.attributes, { year: 2026, draft: false });
    assert.deepEqual(await collect(client.vectorStores.files.content(file.id, { vector_store_id: made.id })), [{ type: 'text', text: 'All about tea.' }]);
    const after = await client.vectorStores.retrieve(made.id);
    assert.deepEqual(after.file_counts, counts(1));
    assert.equal(after.usage_bytes, done.usage_bytes);
    assert.deepEqual(await client.vectorStores.files.delete(file.id, { vector_store_id: made.id }), { id: file.id, object: 'vector_store.file.deleted', deleted: true });
    assert.deepEqual(await collect(client.vectorStores.files.list(made.id)), []);
    assert.equal((await client.files.retrieve(file.id)).id, file.id);
  });

  test('by the helpers that upload and wait', async () => {
    const made = await store();
    const uploaded = await client.vectorStores.files.upload(made.id, await fileOf('one'));
    assert.equal(uploaded.vector_store_id, made.id);
    const polled = await client.vectorStores.files.uploadAndPoll(made.id, await fileOf('two'));
    assert.equal(polled.status, 'completed');
    const file = await upload('three');
    assert.equal((await client.vectorStores.files.createAndPoll(made.id, { file_id: file.id })).status, 'completed');
  });

  test('that cannot be read fail, and say why', async () => {
    const made = await store();
    for (const [name, text, code] of [['scan.tiff', 'II*', 'unsupported_file'], ['blank.txt', ' \n', 'invalid_file'], ['a.txt', '[[server error]]', 'server_error']]) {
      const file = await upload(text, name);
      const failed = await client.vectorStores.files.createAndPoll(made.id, { file_id: file.id });
      assert.equal(failed.status, 'failed', name);
      assert.equal(failed.last_error.code, code, name);
    }
    const after = await client.vectorStores.retrieve(made.id);
    assert.equal(after.status, 'completed');
    assert.deepEqual(after.file_counts, counts(0, 3));
    assert.equal((await collect(client.vectorStores.files.list(made.id, { filter: 'failed', limit: 2 }))).length, 3);
    assert.equal((await collect(client.vectorStores.files.list(made.id, { filter: 'completed' }))).length, 0);
  });
});

describe('batches of files', () => {
  test('are made and waited for, and list their files', async () => {
    const made = await store();
    const files = [];
    for (let i = 0; i < 25; i++) files.push(await upload(`text ${i}`));
    const batch = await client.vectorStores.fileBatches.createAndPoll(made.id, { file_ids: files.map((each) => each.id), attributes: { from: 'batch' } });
    assert.match(batch.id, /^vsfb_/);
    assert.equal(batch.object, 'vector_store.files_batch');
    assert.equal(batch.status, 'completed');
    assert.deepEqual(batch.file_counts, counts(25));
    assert.deepEqual(await client.vectorStores.fileBatches.retrieve(batch.id, { vector_store_id: made.id }), batch);
    const listed = await collect(client.vectorStores.fileBatches.listFiles(batch.id, { vector_store_id: made.id, limit: 10, order: 'asc' }));
    assert.deepEqual(listed.map((each) => each.id), files.map((each) => each.id));
    assert.deepEqual(listed[0].attributes, { from: 'batch' });
  });

  test('of files with a way of their own', async () => {
    const made = await store();
    const [one, two] = [await upload('one'), await upload('two')];
    const batch = await client.vectorStores.fileBatches.create(made.id, {
      files: [{ file_id: one.id, attributes: { n: 1 } }, { file_id: two.id, chunking_strategy: { type: 'static', static: { max_chunk_size_tokens: 200, chunk_overlap_tokens: 0 } } }],
    });
    assert.equal((await client.vectorStores.fileBatches.poll(made.id, batch.id)).status, 'completed');
    assert.deepEqual((await client.vectorStores.files.retrieve(one.id, { vector_store_id: made.id })).attributes, { n: 1 });
    assert.equal((await client.vectorStores.files.retrieve(two.id, { vector_store_id: made.id })).chunking_strategy.static.max_chunk_size_tokens, 200);
  });

  test('by the helper that uploads and waits', async () => {
    const made = await store();
    const there = await upload('there already');
    const batch = await client.vectorStores.fileBatches.uploadAndPoll(made.id, { files: [await fileOf('one', '1.txt'), await fileOf('two', '2.txt')], fileIds: [there.id] });
    assert.equal(batch.status, 'completed');
    assert.deepEqual(batch.file_counts, counts(3));
  });

  test('can be cancelled', async () => {
    const made = await store();
    const stuck = await upload('[[never]]');
    const batch = await client.vectorStores.fileBatches.create(made.id, { file_ids: [stuck.id] });
    assert.equal(batch.status, 'in_progress');
    const cancelled = await client.vectorStores.fileBatches.cancel(batch.id, { vector_store_id: made.id });
    assert.equal(cancelled.status, 'cancelled');
    assert.deepEqual(cancelled.file_counts, counts(0, 0, 1));
    assert.equal((await client.vectorStores.files.retrieve(stuck.id, { vector_store_id: made.id })).status, 'cancelled');
  });
});

test('a deleted file is in no store', async () => {
  const file = await upload('here and there');
  const stores = [await store({ file_ids: [file.id] }), await store({ file_ids: [file.id] })];
  for (const each of stores) await client.vectorStores.files.poll(each.id, file.id);
  await client.files.delete(file.id);
  for (const each of stores) {
    assert.deepEqual((await client.vectorStores.retrieve(each.id)).file_counts, counts(0));
    assert.deepEqual(await collect(client.vectorStores.files.list(each.id)), []);
  }
});

test('the sample data reads as the contract has it', async () => {
  const names = [];
  for await (const each of client.vectorStores.list({ limit: 2 })) {
    if (!['support-kb', 'contracts', 'hr-handbook', 'incoming mail', null].includes(each.name)) continue;
    names.push(each.name);
    const files = await collect(client.vectorStores.files.list(each.id, { limit: 3 }));
    assert.equal(files.length, each.file_counts.total);
    for (const file of files.filter((one) => one.status === 'completed'))
      assert.ok((await collect(client.vectorStores.files.content(file.id, { vector_store_id: each.id }))).length > 0);
  }
  assert.equal(names.length, 5);
});

test('what cannot be is refused', async () => {
  const made = await store();
  const file = await upload('x');
  const { vectorStores } = client;
  const none = { vector_store_id: made.id };
  await refused(vectorStores.create({ name: 7 }), /string/);
  await refused(vectorStores.create({ file_ids: ['file-none'] }), /file-none/, OpenAI.NotFoundError);
  await refused(vectorStores.create({ expires_after: { anchor: 'last_active_at', days: 366 } }), /365/);
  await refused(vectorStores.create({ chunking_strategy: { type: 'auto' } }), /file_ids/);
  await refused(vectorStores.list({ limit: 101 }), /limit/);
  await refused(vectorStores.list({ after: 'vs_a', before: 'vs_b' }), /before/);
  await refused(vectorStores.update(made.id, { description: 'x' }), /description/);
  await refused(vectorStores.delete('vs_none'), /vs_none/, OpenAI.NotFoundError);
  await refused(vectorStores.search(made.id, { query: 'x', max_num_results: 51 }), /50/);
  await refused(vectorStores.search(made.id, { query: 'x', filters: { type: 'not', key: 'a', value: 1 } }), /not/);
  await refused(vectorStores.files.create(made.id, { file_id: 'file-none' }), /file-none/, OpenAI.NotFoundError);
  await refused(vectorStores.files.create(made.id, { file_id: file.id, attributes: { a: [1] } }), /./);
  await refused(vectorStores.files.retrieve(file.id, none), /No file found/, OpenAI.NotFoundError);
  await refused(vectorStores.files.update(file.id, { ...none, attributes: {} }), /No file found/, OpenAI.NotFoundError);
  await refused(vectorStores.files.list(made.id, { filter: 'done' }), /done/);
  await refused(vectorStores.files.delete(file.id, none), /No file found/, OpenAI.NotFoundError);
  await refused(vectorStores.files.content(file.id, none), /No file found/, OpenAI.NotFoundError);
  await refused(vectorStores.fileBatches.create(made.id, {}), /file_ids/);
  await refused(vectorStores.fileBatches.create(made.id, { file_ids: [file.id], files: [{ file_id: file.id }] }), /one/);
  await refused(vectorStores.fileBatches.retrieve('vsfb_none', none), /vsfb_none/, OpenAI.NotFoundError);
  await refused(vectorStores.fileBatches.cancel('vsfb_none', none), /vsfb_none/, OpenAI.NotFoundError);
  await refused(vectorStores.fileBatches.listFiles('vsfb_none', none), /vsfb_none/, OpenAI.NotFoundError);
  await refused(vectorStores.retrieve('vs_none'), /vs_none/, OpenAI.NotFoundError);
});

test('every reply was compared with the contract', { skip: contract ? false : 'no contract file' }, () => {
  const one = '/vector_stores/{vector_store_id}';
  const batch = `${one}/file_batches/{batch_id}`;
  const operations = [
    'POST /vector_stores', 'GET /vector_stores', `GET ${one}`, `POST ${one}`, `DELETE ${one}`, `POST ${one}/search`,
    `POST ${one}/files`, `GET ${one}/files`, `GET ${one}/files/{file_id}`, `POST ${one}/files/{file_id}`,
    `DELETE ${one}/files/{file_id}`, `GET ${one}/files/{file_id}/content`,
    `POST ${one}/file_batches`, `GET ${batch}`, `POST ${batch}/cancel`, `GET ${batch}/files`,
  ];
  assert.equal(operations.length, 16);
  for (const operation of operations)
    for (const kind of ['ok', 'error']) assert.ok(contract.seen.has(`${operation} ${kind}`), `${operation} ${kind} was not judged`);
});
