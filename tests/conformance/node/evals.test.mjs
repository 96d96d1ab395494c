// SPDX-License-Identifier: GPL-3.0-or-later
// The official client creates, runs, reads and deletes evals. ODC_SERVER is the local server's program, ODC_CONTRACT the
// contract file.
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

const text = { type: 'string' };
const item_schema = { type: 'object', properties: { text, label: text }, required: ['text', 'label'] };
const exact = {
  type: 'string_check', name: 'String check', input: '{{sample.output_text}}', reference: '{{item.label}}', operation: 'eq',
};
const near = {
  type: 'text_similarity', name: 'near', input: '{{sample.output_text}}', reference: '{{item.label}}',
  evaluation_metric: 'fuzzy_match', pass_threshold: 0.8,
};
const create = (more = {}) =>
  client.evals.create({
    name: 'triage', metadata: { owner: 'cx' }, testing_criteria: [exact, near],
    data_source_config: { type: 'custom', item_schema, include_sample_schema: true }, ...more,
  });
const row = (label, output_text) => ({ item: { text: 'where is it?', label }, sample: { output_text } });
const jsonl = (...content) => ({ type: 'jsonl', source: { type: 'file_content', content } });
const question = { type: 'template', template: [{ role: 'user', content: '{{item.text}}' }] };

/** The run once it has ended; asked for again and again, as the client's users do. */
async function ended(run) {
  for (;;) {
    const now = await client.evals.runs.retrieve(run.id, { eval_id: run.eval_id });
    if (!['queued', 'in_progress'].includes(now.status)) return now;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
async function itemsOf(run, query = {}) {
  const all = [];
  for await (const each of client.evals.runs.outputItems.list(run.id, { eval_id: run.eval_id, ...query })) all.push(each);
  return all;
}

const refused = (promise, message, Class = OpenAI.BadRequestError) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof Class, String(error));
    assert.match(error.message, message);
    assert.equal(error.type, 'invalid_request_error');
    return true;
  });

describe('evals', () => {
  test('are created, read, listed, renamed and deleted', async () => {
    const made = await create();
    assert.match(made.id, /^eval_/);
    assert.deepEqual(made.data_source_config.schema.properties.item, item_schema);
    assert.ok(made.data_source_config.schema.properties.sample);
    assert.match(made.testing_criteria[0].id, /^String check-[0-9a-f]{8}-[0-9a-f-]{27}$/);
    assert.deepEqual(await client.evals.retrieve(made.id), made);
    const names = [];
    for await (const each of client.evals.list({ limit: 2 })) names.push(each.name);
    assert.deepEqual(names.slice(0, -1), ['sku extraction', 'tone of voice', 'refund policy', 'triage golden']);
    assert.equal(names.at(-1), 'triage');
    const changed = await client.evals.update(made.id, { name: 'triage 2', metadata: {} });
    assert.deepEqual(changed, { ...made, name: 'triage 2', metadata: {} });
    const latest = await client.evals.list({ order: 'desc', order_by: 'updated_at', limit: 1 });
    assert.equal(latest.data[0].id, made.id);
    assert.deepEqual(await client.evals.delete(made.id), { object: 'eval.deleted', deleted: true, eval_id: made.id });
    await refused(client.evals.retrieve(made.id), /not found/, OpenAI.NotFoundError);
    await refused(client.evals.delete(made.id), /not found/, OpenAI.NotFoundError);
  });

  test('of every kind of data and every grader the server knows', async () => {
    const label_model = {
      type: 'label_model', name: 'tone', model: 'gpt-4.1-mini', labels: ['kind', 'rude'], passing_labels: ['kind'],
      input: [{ role: 'developer', content: 'Judge.' }, { role: 'user', content: '{{sample.output_text}}' }],
    };
    const score_model = {
      type: 'score_model', name: 'score', model: 'gpt-4.1', range: [1, 5], pass_threshold: 1,
      input: [{ role: 'user', content: { type: 'input_text', text: 'Rate {{sample.output_text}}' } }],
      sampling_params: { seed: 1, temperature: 0 },
    };
    const made = await create({ data_source_config: { type: 'logs', metadata: { app: 'bot' } }, testing_criteria: [label_model, score_model] });
    assert.deepEqual(made.data_source_config.metadata, { app: 'bot' });
    const run = await ended(await client.evals.runs.create(made.id, { data_source: jsonl(row('a', 'you are kind')) }));
    assert.equal(run.status, 'completed');
    assert.deepEqual(run.per_model_usage.map((each) => [each.model_name, each.invocation_count]), [['local-echo', 2]]);
    const [only] = await itemsOf(run);
    assert.equal(only.status, 'pass');
    assert.ok(only.results.every((each) => each.sample.output[0].content.includes('local-echo')));
    await create({ data_source_config: { type: 'stored_completions' } }).then((each) => client.evals.delete(each.id));
    const python = { type: 'python', name: 'code', source: 'def grade(sample, item):\n    return 1.0' };
    await refused(create({ testing_criteria: [python] }), /python graders are not run/);
  });

  test('runs go through their life', async () => {
    const made = await create();
    const run = await client.evals.runs.create(made.id, { name: 'first', metadata: { v: '1' }, data_source: jsonl(row('a', 'a'), row('delivery', 'deliver'), row('a', 'zzz')) });
    assert.equal(run.status, 'queued');
    const done = await ended(run);
    assert.equal(done.status, 'completed');
    assert.deepEqual(done.result_counts, { total: 3, errored: 0, failed: 2, passed: 1 });
    assert.deepEqual(done.per_testing_criteria_results.map((each) => [each.testing_criteria, each.passed, each.failed]),
      [[made.testing_criteria[0].id, 1, 2], [made.testing_criteria[1].id, 2, 1]]);
    const all = await itemsOf(run, { limit: 1 });
    assert.deepEqual(all.map((each) => [each.datasource_item_id, each.status]), [[0, 'pass'], [1, 'fail'], [2, 'fail']]);
    assert.deepEqual((await itemsOf(run, { status: 'fail', order: 'desc' })).map((each) => each.datasource_item_id), [2, 1]);
    const one = await client.evals.runs.outputItems.retrieve(all[1].id, { eval_id: made.id, run_id: run.id });
    assert.deepEqual(one, all[1]);
    assert.deepEqual(one.results.map((each) => [each.name, each.passed]), [[made.testing_criteria[0].id, false], [made.testing_criteria[1].id, true]]);
    assert.deepEqual((await client.evals.runs.list(made.id, { status: 'completed' })).data, [done]);
    await refused(client.evals.runs.cancel(run.id, { eval_id: made.id }), /status is 'completed'/);
    assert.deepEqual(await client.evals.runs.delete(run.id, { eval_id: made.id }),
      { object: 'eval.run.deleted', deleted: true, run_id: run.id });
    await refused(client.evals.runs.retrieve(run.id, { eval_id: made.id }), /not found/, OpenAI.NotFoundError);
    await refused(itemsOf(run), /not found/, OpenAI.NotFoundError);
  });

  test('runs ask a model about rows of a file', async () => {
    const lines = [{ item: { text: 'a', label: 'local-echo: a' } }, { item: { text: 'b', label: 'x' } }];
    const file = await client.files.create({
      purpose: 'evals', file: await toFile(Buffer.from(lines.map((each) => JSON.stringify(each)).join('\n')), 'rows.jsonl'),
    });
    const made = await create({ testing_criteria: [exact] });
    for (const type of ['completions', 'responses']) {
      const data_source = { type, model: 'gpt-4.1-mini', input_messages: question, source: { type: 'file_id', id: file.id }, sampling_params: { temperature: 0, seed: 7 } };
      const run = await ended(await client.evals.runs.create(made.id, { data_source }));
      assert.equal(run.status, 'completed', JSON.stringify(run.error));
      assert.equal(run.model, 'gpt-4.1-mini');
      assert.deepEqual(run.result_counts, { total: 2, errored: 0, failed: 1, passed: 1 });
      const [first] = await itemsOf(run);
      assert.equal(first.sample.model, 'local-echo');
      assert.deepEqual(first.sample.input, [{ role: 'user', content: 'a' }]);
      assert.deepEqual([first.sample.temperature, first.sample.seed], [0, 7]);
    }
    for (const [type, source] of [['completions', 'stored_completions'], ['responses', 'responses']]) {
      const run = await ended(await client.evals.runs.create(made.id, { data_source: { type, source: { type: source } } }));
      assert.equal(run.status, 'failed');
      assert.match(run.error.message, /stores no/);
    }
    await refused(client.evals.runs.create(made.id, { data_source: jsonl({ item: { text: 'a' } }) }), /Line 1 .*item.label is missing/);
    await refused(client.evals.runs.create('eval_none', { data_source: jsonl(row('a', 'a')) }), /not found/, OpenAI.NotFoundError);
  });

  test('a run can be canceled', async () => {
    const slow = await startServer('--time-scale', '1000');
    try {
      const there = new OpenAI({ baseURL: slow.baseURL, apiKey: 'sk-test', maxRetries: 0, fetch: checkedFetch(contract) });
      const made = await there.evals.create({ data_source_config: { type: 'custom', item_schema }, testing_criteria: [exact] });
      const run = await there.evals.runs.create(made.id, { data_source: jsonl(row('a', 'a')) });
      assert.equal((await there.evals.runs.cancel(run.id, { eval_id: made.id })).status, 'canceled');
      assert.equal((await there.evals.runs.list(made.id, { status: 'canceled' })).data.length, 1);
      await refused(there.evals.runs.cancel(run.id, { eval_id: made.id }), /status is 'canceled'/);
    } finally {
      await slow.stop();
    }
  });

  test('the sample data reads as the contract has it', async () => {
    const seen = [];
    for await (const each of client.evals.list())
      for await (const run of client.evals.runs.list(each.id)) {
        seen.push(run.status);
        const all = await itemsOf(run, { limit: 100 });
        assert.equal(all.length, run.result_counts.errored + run.result_counts.failed + run.result_counts.passed);
      }
    for (const status of ['completed', 'failed', 'canceled']) assert.ok(seen.includes(status), status);
  });

  test('graders can be tried', async () => {
    const run = await client.fineTuning.alpha.graders.run({ grader: { ...exact, reference: '{{item.label}}' }, model_sample: 'a', item: { label: 'a' } });
    assert.equal(run.reward, 1);
    assert.deepEqual(run.metadata.scores, { 'String check': 1 });
    const { grader } = await client.fineTuning.alpha.graders.validate({ grader: exact });
    assert.deepEqual(grader, exact);
    await refused(client.fineTuning.alpha.graders.validate({ grader: { ...exact, operation: 'is' } }), /operation|is/);
  });
});

test('every reply was compared with the contract', { skip: contract ? false : 'no contract file' }, () => {
  const run = '/evals/{eval_id}/runs/{run_id}';
  for (const operation of ['POST /evals', 'GET /evals', 'GET /evals/{eval_id}', 'POST /evals/{eval_id}', 'DELETE /evals/{eval_id}',
    'POST /evals/{eval_id}/runs', 'GET /evals/{eval_id}/runs', `GET ${run}`, `POST ${run}`, `DELETE ${run}`,
    `GET ${run}/output_items`, `GET ${run}/output_items/{output_item_id}`,
    'POST /fine_tuning/alpha/graders/run', 'POST /fine_tuning/alpha/graders/validate'])
    assert.ok(contract.seen.has(`${operation} ok`), `${operation} was not judged`);
});
