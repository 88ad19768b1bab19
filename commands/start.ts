// npm start: the sandbox EHR with the built app in it, on one port, announced by one line.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writtenConfig } from './shipped-config.ts';
import { DEFAULT_PORT } from '../sandbox/options.ts';
import { SERVER_PROFILES, type ServerProfileName } from '../sandbox/fhir/server-profile.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';

const BUILT_APP = fileURLToPath(new URL('../dist', import.meta.url));
const HIGHEST_PORT = 65_535;

interface Wishes {
  readonly port: number;
  readonly appDir: string;
  readonly profile: ServerProfileName;
}

/** What went wrong in words for whoever typed the command. */
class StartError extends Error {
  override readonly name = 'StartError';
}

function readArguments(args: readonly string[]): Wishes {
  try {
    const options = { port: { type: 'string' }, app: { type: 'string' }, profile: { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    return {
      port: portOf(values.port ?? process.env['PORT'] ?? ''),
      appDir: values.app ?? BUILT_APP,
      profile: profileOf(values.profile ?? 'full'),
    };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new StartError(
      `${cause.message}\nUsage: npm start -- [--port NUMBER] [--app FOLDER] [--profile ${SERVER_PROFILES.join('|')}]`,
      { cause },
    );
  }
}

function portOf(written: string): number {
  if (written === '') return DEFAULT_PORT;
  const port = Number(written);
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port;
  throw new StartError(`"${written}" is not a port. Give a number from 0 to ${HIGHEST_PORT}; 0 takes a free one.`);
}

function profileOf(written: string): ServerProfileName {
  const profile = SERVER_PROFILES.find((name) => name === written);
  if (profile !== undefined) return profile;
  throw new StartError(`"${written}" is no kind of EHR. Give one of these: ${SERVER_PROFILES.join(', ')}.`);
}

async function checkApp(appDir: string): Promise<void> {
  try {
    await access(join(appDir, 'launch.html'));
  } catch (cause) {
    throw new StartError(`There is no built app in ${appDir} (launch.html is missing). Run: npm run build`, { cause });
  }
}

async function start({ port, appDir, profile }: Wishes): Promise<Sandbox> {
  try {
    return await startSandbox({
      port,
      appDir,
      profile,
      // The hospital's own file, changed or not, is served as it is where the EHR is an ordinary one.
      ...(profile !== 'full' && { config: (origin: string) => writtenConfig(origin, profile) }),
      onError: (error) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      },
    });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'EADDRINUSE') {
      throw new StartError(`Port ${port} is taken. Stop what runs there, or choose another: npm start -- --port 4200`, {
        cause: error,
      });
    }
    if (error.code === 'EACCES') throw new StartError(`Port ${port} is not ours to use.`, { cause: error });
    throw error;
  }
}

function stopOnSignal(sandbox: Sandbox): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close().then(() => process.exit(0));
    });
  }
}

try {
  const wishes = readArguments(process.argv.slice(2));
  await checkApp(wishes.appDir);
  const sandbox = await start(wishes);
  stopOnSignal(sandbox);
  process.stdout.write(`Sandbox EHR: ${sandbox.origin}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
