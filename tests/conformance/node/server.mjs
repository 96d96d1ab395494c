// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the local server for one file of tests. ODC_SERVER is its program.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server in a scratch folder, started with further arguments: {baseURL, scratch, stop()}. */
export async function startServer(...extra) {
  const scratch = mkdtempSync(join(tmpdir(), 'odc-conformance-'));
  const args = ['--data', join(scratch, 'data'), '--port', '0', ...extra];
  const child = spawn(process.env.ODC_SERVER, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    assert.equal(await ended, 0);
    rmSync(scratch, { recursive: true });
  };
  for await (const line of createInterface({ input: child.stdout })) return { baseURL: line, scratch, stop };
  throw new Error('the server ended before it was ready');
}
