import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProvider } from './provider';

const JAR = fileURLToPath(
  new URL('../../../backend/target/quarkus-app/quarkus-run.jar', import.meta.url),
);
// A first start founds the demonstration city and lives through some of its past.
const PATIENCE = 600_000;

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? done(address.port) : fail(new Error('No port')),
      );
    });
  });
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/q/health/ready`)).ok;
  } catch {
    return false;
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await Promise.race([gone, wait(20_000)]);
  if (server.exitCode === null) {
    server.kill('SIGKILL');
    await gone;
  }
}

/**
 * Starts the built application with a database of its own in a temporary folder, unless SUNLIT_URL
 * names one that runs already (then SUNLIT_ACCOUNTS names its file of demonstration accounts). With it comes an
 * identity provider to sign in at. Stops what it started, and nothing else.
 */
export default async function startBackend(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.SUNLIT_URL) return undefined;
  if (!existsSync(JAR)) {
    throw new Error(
      'The journeys need the built application at backend/target/quarkus-app. Build it first, or set SUNLIT_URL.',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-journeys-'));
  const log = join(folder, 'server.log');
  const url = `http://127.0.0.1:${await freePort()}`;
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const provider = await startProvider(url);
  // It lives for minutes on the processors that the browser needs: the compiler that is done soon.
  const server = spawn(java, ['-XX:TieredStopAtLevel=1', '-jar', JAR], {
    env: {
      ...process.env,
      ...provider.settings,
      QUARKUS_HTTP_HOST: '127.0.0.1',
      QUARKUS_HTTP_PORT: new URL(url).port,
      SUNLIT_DATA: join(folder, 'data'),
      // Enough of a past to look at, without waiting for half a year of it.
      SUNLIT_DEMO_HISTORY_DAYS: '20',
      // Whoever coordinates the hotline answers for what nobody has been given yet.
      SUNLIT_COMPLAINT_OFFICE: 'das',
      // A screen that falls silent is missed after seconds and not minutes.
      SUNLIT_BOARD_BEAT_EVERY: '3s',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = createWriteStream(log);
  server.stdout.pipe(output);
  server.stderr.pipe(output);

  const deadline = Date.now() + PATIENCE;
  while (!(await isReady(url))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop(server);
      await provider.stop();
      throw new Error(
        `The application did not start. The end of its log:\n${readFileSync(log, 'utf8').slice(-4000)}`,
      );
    }
    await wait(500);
  }
  process.env.SUNLIT_URL = url;
  process.env.SUNLIT_ACCOUNTS = join(folder, 'data', 'demo-accounts.txt');
  return async () => {
    await stop(server);
    await provider.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
