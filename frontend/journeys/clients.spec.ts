import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { APIRequestContext } from '@playwright/test';
import ts from 'typescript';
import { newKey } from './support/clients';
import { expect, test } from './support/page';

const run = promisify(execFile);
const CLIENTS = fileURLToPath(new URL('../../backend/docs/clients/', import.meta.url));
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';

async function expectWorks(
  request: APIRequestContext,
  program: (...args: string[]) => Promise<{ stdout: string }>,
) {
  const url = process.env.SUNLIT_URL!;
  const { stdout } = await program(url, await newKey(request));
  const lines = stdout.trim().split('\n');
  expect(lines[0]).toMatch(/^found MAR-LIC-04/);
  expect(lines[1]).toMatch(/^applied \d{8}-\d{6,}-\d$/);
  expect(lines[2]).toBe('tracked submitted');
  expect(lines[3]).toMatch(/^feed 200 then (304|200)$/);
  expect(lines[4]).toBe('with a key "minute";q=600;w=60');
  const without = await program(url);
  expect(without.stdout).toContain('without a key "read";q=');
}

test.describe('the example clients of the documentation', () => {
  test.setTimeout(180_000);

  test('the Java one runs', async ({ request }) => {
    await expectWorks(request, (...args) =>
      run(JAVA, [join(CLIENTS, 'java/Client.java'), ...args]),
    );
  });

  test('the TypeScript one runs', async ({ request }) => {
    const folder = mkdtempSync(join(tmpdir(), 'sunlit-client-'));
    const program = join(folder, 'client.mjs');
    const source = readFileSync(join(CLIENTS, 'typescript/client.ts'), 'utf8');
    // Node 20 doesn't take types away by itself.
    writeFileSync(
      program,
      ts.transpileModule(source, {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
      }).outputText,
    );
    await expectWorks(request, (...args) => run(process.execPath, [program, ...args]));
    rmSync(folder, { recursive: true });
  });
});
