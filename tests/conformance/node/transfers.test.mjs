// SPDX-License-Identifier: GPL-3.0-or-later
// What the console's transfer queue uploaded, the official client sees and reads: the same bytes. ODC_SERVER is the local
// server's program, ODC_TRANSFER_WORKER the queue as a program.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import OpenAI, { toFile } from 'openai';
import { startServer } from './server.mjs';

const run = promisify(execFile);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
let server, client;

before(async () => {
  server = await startServer('--time-scale', '0');
  client = new OpenAI({ baseURL: server.baseURL, apiKey: 'sk-test', maxRetries: 0 });
});

after(() => server.stop());

const worker = async (name, ...args) => {
  const { stdout } = await run(process.env.ODC_TRANSFER_WORKER, [
    '--url', server.baseURL, '--journal', join(server.scratch, `journal-${name}`), ...args]);
  return JSON.parse(stdout);
};

for (const [name, size, parts] of [['in parts', 20_000_000, 3], ['in one request', 300_000, 0]]) {
  test(`a file uploaded ${name}`, async () => {
    const path = join(server.scratch, `${name.replaceAll(' ', '-')}.jsonl`);
    const bytes = randomBytes(size);
    writeFileSync(path, bytes);
    const record = await worker(name.replaceAll(' ', '-'), '--upload', path, '--parts-from', '1000000');
    assert.equal(record.state, 'completed');
    assert.equal(record.part_ids.length, parts);

    const seen = await client.files.retrieve(record.file_id);
    assert.equal(seen.bytes, size);
    assert.equal(seen.status, 'processed');
    assert.equal(seen.filename, `${name.replaceAll(' ', '-')}.jsonl`);
    const content = Buffer.from(await (await client.files.content(record.file_id)).arrayBuffer());
    assert.equal(sha256(content), sha256(bytes));
    let listed = 0;
    for await (const file of client.files.list()) listed += file.id === record.file_id;
    assert.equal(listed, 1);
  });
}

test('a file of the official client comes down equal', async () => {
  const bytes = randomBytes(3_000_000);
  const made = await client.files.create({ file: await toFile(bytes, 'theirs.jsonl'), purpose: 'evals' });
  const target = join(server.scratch, 'theirs.jsonl');
  const record = await worker('down', '--download', made.id, '--size', String(bytes.length), '--to', target);
  assert.equal(record.state, 'completed');
  assert.equal(sha256(readFileSync(target)), sha256(bytes));
});
