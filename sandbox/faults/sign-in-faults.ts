import { setTimeout as sleep } from 'node:timers/promises';
import { withoutDocumentCreate } from '../auth/scopes.ts';
import { answerOf, HTML, LOGIN_PAGE, type DiscoveryDocument, type FaultHooks, type Reply } from './fault.ts';
import type { FaultOptions } from './fault-options.ts';

const SLOW_DISCOVERY_MS = 40_000;

/** Markup, a script address, a bidi override and far too much text: an app may show it as plain, shortened text only. */
export const HOSTILE_ERROR_DESCRIPTION = `<img src=x onerror="alert(1)"><a href="javascript:alert(1)">Klik hier</a> \u202Ediw ${'bel 0900-1234 '.repeat(40)}`;

function discoveryReply(options: FaultOptions['F04'], document: DiscoveryDocument): Reply {
  switch (options.variant) {
    case 'not-found':
      return answerOf(404, '', { 'content-type': 'text/plain' });
    case 'html':
      return answerOf(200, LOGIN_PAGE, HTML);
    case 'slow':
      return { kind: 'wait', until: () => sleep(options.ms ?? SLOW_DISCOVERY_MS) };
    case 'no-endpoints':
      return answerOf(200, { ...document, authorization_endpoint: undefined, token_endpoint: undefined });
    case 'no-S256':
      return answerOf(200, { ...document, code_challenge_methods_supported: ['plain'] });
    case 'other-origin':
      return answerOf(200, {
        ...document,
        authorization_endpoint: `${options.foreign}/auth`,
        token_endpoint: `${options.foreign}/token`,
      });
  }
}

export function discoveryFault(options: FaultOptions['F04']): FaultHooks {
  return { discovery: (document) => discoveryReply(options, document) };
}

export function authorizeFault({ variant = 'access_denied' }: FaultOptions['F05']): FaultHooks {
  return { authorize: () => ({ error: variant, error_description: HOSTILE_ERROR_DESCRIPTION }) };
}

export function noPatientFault(): FaultHooks {
  return {
    token: (answer) => Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'patient')),
  };
}

export function noCreateScopeFault(): FaultHooks {
  return { token: (answer) => ({ ...answer, scope: withoutDocumentCreate(String(answer['scope'])) }) };
}
