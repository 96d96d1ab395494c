// SPDX-License-Identifier: GPL-3.0-or-later
// The official client makes fine-tuning jobs, watches, pauses and cancels them, reads what they leave, and lets projects
// use their checkpoints. ODC_SERVER is the local server's program, ODC_CONTRACT the contract file.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import OpenAI, { toFile } from 'openai';
import { checkedFetch, loadContract } from './contract.mjs';
import { startServer } from './server.mjs';

const contract = loadContract(process.env.ODC_CONTRACT);
if (!contract) console.log('SKIPPED-CHECK: no contract file, replies are not compared with it');

let server, client;

before(async () => {
  server = await startServer('--seed', 'sample', '--time-scale', '0.05');
  client = new OpenAI({
    baseURL: server.baseURL, apiKey: 'sk-test', adminAPIKey: 'sk-admin-test', maxRetries: 0, fetch: checkedFetch(contract),
  });
});

after(() => server.stop());

const user = (content) => ({ role: 'user', content });
const assistant = (content) => ({ role: 'assistant', content });
const chat = { messages: [user('Hi'), assistant('Hello')] };
const pair = { input: { messages: [user('Q')] }, preferred_output: [assistant('good')], non_preferred_output: [assistant('bad')] };
const task = { messages: [user('What is 6 x 7?')], answer: '42' };
const grader = { type: 'string_check', name: 'ok', input: '{{sample.output_text}}', reference: '{{item.answer}}', operation: 'eq' };

const upload = async (example, count = 20) =>
  client.files.create({
    purpose: 'fine-tune',
    file: await toFile(Buffer.from(`${JSON.stringify(example)}\n`.repeat(count)), 'examples.jsonl'),
  });
const create = async (more = {}, example = chat) =>
  client.fineTuning.jobs.create({ model: 'gpt-4o-mini', training_file: (await upload(example)).id, ...more });

/** The job once it has that status; asked for again and again, as the client's users do. */
async function reached(job, status) {
  for (;;) {
    const now = await client.fineTuning.jobs.retrieve(job.id);
    if (now.status === status) return now;
    assert.ok(['validating_files', 'queued', 'running'].includes(now.status), `${now.status}: ${now.error?.message}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
async function all(pages) {
  const found = [];
  for await (const each of pages) found.push(each);
  return found;
}
const refused = (promise, message, Class = OpenAI.BadRequestError) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof Class, String(error));
    assert.match(error.message, message);
    assert.equal(error.type, 'invalid_request_error');
    return true;
  });

describe('fine-tuning', () => {
  test('jobs are made, watched and read', async () => {
    const validation_file = (await upload(chat, 2)).id;
    const made = await create({ validation_file, suffix: 'support-v3', seed: 7, metadata: { team: 'cx' },
      method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: 2, batch_size: 1, learning_rate_multiplier: 'auto' } } },
      integrations: [{ type: 'wandb', wandb: { project: 'tickets', tags: ['eu'] } }] });
    assert.equal(made.status, 'validating_files');
    assert.deepEqual(made.metadata, { team: 'cx' });
    const done = await reached(made, 'succeeded');
    assert.match(done.fine_tuned_model, /^ft:gpt-4o-mini-2024-07-18:.*:support-v3:/);
    assert.equal(done.hyperparameters.n_epochs, 2);
    assert.equal(done.seed, 7);

    const events = await all(client.fineTuning.jobs.listEvents(made.id, { limit: 7 }));
    assert.deepEqual(events.filter((each) => each.type === 'metrics').map((each) => each.data.step),
      Array.from({ length: 40 }, (_, i) => 40 - i));
    assert.equal(events[0].message, 'The job has successfully completed');
    const checkpoints = await all(client.fineTuning.jobs.checkpoints.list(made.id, { limit: 1 }));
    assert.deepEqual(checkpoints.map((each) => each.step_number), [40, 20]);
    assert.ok(checkpoints[0].metrics.full_valid_loss > 0);

    const results = await (await client.files.content(done.result_files[0])).text();
    assert.equal(results.split('\n')[0], 'step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy');
    assert.equal((await client.files.retrieve(done.result_files[0])).purpose, 'fine-tune-results');
    const listed = await all(client.fineTuning.jobs.list({ limit: 3, metadata: { team: 'cx' } }));
    assert.deepEqual(listed, [done]);
    assert.ok((await all(client.fineTuning.jobs.list({ limit: 3 }))).length > 9);
  });

  test('jobs pause, go on and are cancelled', async () => {
    const made = await create({ metadata: { odc_steps: '100000', odc_seconds: '86400' } });
    await reached(made, 'running');
    assert.equal((await client.fineTuning.jobs.pause(made.id)).status, 'paused');
    await refused(client.fineTuning.jobs.pause(made.id), /'paused'/);
    assert.equal((await client.fineTuning.jobs.resume(made.id)).status, 'queued');
    await reached(made, 'running');
    await refused(client.fineTuning.jobs.resume(made.id), /'running'/);
    assert.equal((await client.fineTuning.jobs.cancel(made.id)).status, 'cancelled');
    await refused(client.fineTuning.jobs.cancel(made.id), /'cancelled'/);
  });

  test('the other methods', async () => {
    const dpo = await create({ model: 'gpt-4.1', method: { type: 'dpo', dpo: { hyperparameters: { beta: 0.1 } } } }, pair);
    const reinforcement = await create({ model: 'o4-mini', method: { type: 'reinforcement', reinforcement: { grader } } }, task);
    for (const job of [dpo, reinforcement]) await reached(job, 'succeeded');
    const last = async (job) => (await all(client.fineTuning.jobs.listEvents(job.id))).find((each) => each.type === 'metrics').data;
    assert.ok((await last(dpo)).train_reward_margin > 0);
    assert.ok((await last(reinforcement)).train_reward_mean > 0);
  });

  test('projects may use checkpoints', async () => {
    const done = await reached(await create(), 'succeeded');
    const [checkpoint] = (await client.fineTuning.jobs.checkpoints.list(done.id)).data;
    const name = checkpoint.fine_tuned_model_checkpoint;
    const permissions = client.fineTuning.checkpoints.permissions;
    const made = await all(permissions.create(name, { project_ids: ['proj_a', 'proj_b', 'proj_c'] }));
    assert.deepEqual(made.map((each) => each.project_id), ['proj_a', 'proj_b', 'proj_c']);
    assert.deepEqual((await all(permissions.list(name, { limit: 2 }))).map((each) => each.project_id), ['proj_c', 'proj_b', 'proj_a']);
    assert.deepEqual((await all(permissions.list(name, { order: 'ascending', project_id: 'proj_b' }))), [made[1]]);
    assert.equal((await permissions.retrieve(name, { order: 'ascending' })).data.length, 3);
    const gone = await permissions.delete(made[0].id, { fine_tuned_model_checkpoint: name });
    assert.equal(gone.deleted, true);
    assert.equal((await all(permissions.list(name))).length, 2);
    await refused(permissions.delete(made[0].id, { fine_tuned_model_checkpoint: name }), /cp_/, OpenAI.NotFoundError);
    const wrong = new OpenAI({ baseURL: server.baseURL, apiKey: 'sk-test', adminAPIKey: 'sk-project', maxRetries: 0, fetch: checkedFetch(contract) });
    for (const call of [(p) => p.list(name), (p) => p.create(name, { project_ids: ['p'] }), (p) => p.delete('cp_x', { fine_tuned_model_checkpoint: name })])
      await refused(call(wrong.fineTuning.checkpoints.permissions), /admin/, OpenAI.PermissionDeniedError);
  });

  test('models are listed, read and deleted', async () => {
    const done = await reached(await create(), 'succeeded');
    const id = done.fine_tuned_model;
    assert.ok((await all(client.models.list())).some((each) => each.id === id));
    assert.equal((await client.models.retrieve(id)).id, id);
    assert.deepEqual(await client.models.delete(id), { id, object: 'model', deleted: true });
    await refused(client.models.retrieve(id), /does not exist/, OpenAI.NotFoundError);
    await refused(client.models.delete('gpt-4.1-mini'), /cannot be deleted/, OpenAI.PermissionDeniedError);
  });

  test('jobs whose file is bad fail, and say where', async () => {
    const made = await create({}, { messages: [user('Hi')] });
    const failed = await reached(made, 'failed');
    assert.equal(failed.error.code, 'invalid_training_file');
    assert.equal(failed.error.param, 'training_file');
    assert.match(failed.error.message, /Line 1: /);
    assert.equal((await client.fineTuning.jobs.listEvents(made.id)).data[0].level, 'error');
  });

  test('the sample data reads as the contract has it', async () => {
    const seen = new Set();
    for (const job of await all(client.fineTuning.jobs.list())) {
      seen.add(job.status);
      await client.fineTuning.jobs.listEvents(job.id, { limit: 100 });
      for (const each of await all(client.fineTuning.jobs.checkpoints.list(job.id))) assert.equal(each.fine_tuning_job_id, job.id);
    }
    for (const status of ['succeeded', 'failed', 'cancelled', 'paused', 'running']) assert.ok(seen.has(status), status);
  });

  test('what cannot be is refused', async () => {
    const training_file = (await upload(chat)).id;
    const good = { model: 'gpt-4o-mini', training_file };
    const jobs = client.fineTuning.jobs;
    await refused(jobs.create({ ...good, model: 'gpt-none' }), /gpt-none/);
    await refused(jobs.create({ ...good, training_file: 'file-none' }), /file-none/);
    await refused(jobs.create({ ...good, suffix: 'x'.repeat(65) }), /64/);
    await refused(jobs.create({ ...good, seed: -1 }), /seed/);
    await refused(jobs.create({ ...good, hyperparameters: { n_epochs: 51 } }), /50/);
    await refused(jobs.create({ ...good, metadata: { k: 'v'.repeat(513) } }), /512/);
    for (const call of ['retrieve', 'cancel', 'pause', 'resume']) await refused(jobs[call]('ftjob-none'), /ftjob-none/, OpenAI.NotFoundError);
    await refused(jobs.list({ limit: 101 }), /limit/);
    await refused(jobs.listEvents('ftjob-none'), /ftjob-none/, OpenAI.NotFoundError);
    await refused(jobs.checkpoints.list('ftjob-none'), /ftjob-none/, OpenAI.NotFoundError);
  });
});

test('every reply was compared with the contract', { skip: contract ? false : 'no contract file' }, () => {
  const jobs = '/fine_tuning/jobs';
  const job = `${jobs}/{fine_tuning_job_id}`;
  const permissions = '/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions';
  for (const operation of [`POST ${jobs}`, `GET ${jobs}`, `GET ${job}`, `POST ${job}/cancel`, `POST ${job}/pause`, `POST ${job}/resume`,
    `GET ${job}/events`, `GET ${job}/checkpoints`, `POST ${permissions}`, `GET ${permissions}`, `DELETE ${permissions}/{permission_id}`,
    'GET /models/{model}', 'DELETE /models/{model}'])
    for (const kind of ['ok', 'error']) assert.ok(contract.seen.has(`${operation} ${kind}`), `${operation} ${kind} was not judged`);
  assert.ok(contract.seen.has('GET /models ok'));
});
