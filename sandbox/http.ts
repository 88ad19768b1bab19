import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export function answer(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: OutgoingHttpHeaders,
): void {
  response.writeHead(status, headers).end(body);
}

export function answerText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: OutgoingHttpHeaders = {},
): void {
  answer(response, status, text, {
    'content-type': 'text/plain;charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
}
