// The built app, served as a hospital's web server has to serve it: exactly the headers of H1, no catch-all.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { answer, answerText } from './http.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.mjs': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.csv': 'text/csv;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain;charset=utf-8',
  '.icc': 'application/vnd.iccprofile',
  '.wasm': 'application/wasm',
};

/** The address that configuration files carry for the sandbox, replaced by the real one. */
const WRITTEN_ORIGIN = /http:\/\/localhost:4100/g;

/** The headers of H1 that do not depend on the file. `connectTo`: origins that the app may reach beside its own. */
function appHeaders(connectTo: readonly string[] = []): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      ['connect-src', "'self'", ...connectTo].join(' '),
      'frame-src blob:',
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types pdf-worker',
    ].join('; '),
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}

export interface AppFilesOptions {
  readonly appDir: string | undefined;
  readonly config: object | ((origin: string) => object) | undefined;
  readonly connectTo: readonly string[];
  readonly origin: string;
}

/** Answers one request for a file of the app; what is not there is 404. */
export async function serveAppFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, files }: { path: string; files: AppFilesOptions },
): Promise<void> {
  const headers = {
    ...appHeaders(files.connectTo),
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    answerText(response, 405, 'method not allowed', { ...headers, allow: 'GET, HEAD' });
    return;
  }
  const content = await contentOf(path, files);
  if (content === null) {
    answerText(response, 404, 'not found', { ...headers, 'cache-control': 'no-store' });
    return;
  }
  answer(response, 200, request.method === 'HEAD' ? '' : content, {
    ...headers,
    'content-type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
  });
}

async function contentOf(path: string, { appDir, config, origin }: AppFilesOptions): Promise<string | Buffer | null> {
  if (path === '/config.json' && config !== undefined) {
    return JSON.stringify(typeof config === 'function' ? (config as (origin: string) => object)(origin) : config);
  }
  const file = appDir === undefined ? null : fileInside(appDir, path);
  const content = file === null ? null : await readIfThere(file);
  if (path !== '/config.json') return content;
  return content?.toString('utf8').replace(WRITTEN_ORIGIN, origin) ?? null;
}

function fileInside(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const root = normalize(folder + sep);
  const file = join(root, decoded);
  return file.startsWith(root) && !decoded.includes('\0') ? file : null;
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
    throw error;
  }
}
