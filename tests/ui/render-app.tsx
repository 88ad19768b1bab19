import '@testing-library/jest-dom/vitest';
import { act, cleanup, configure, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, vi } from 'vitest';
import type { Locale } from '../../src/locales/messages.ts';
import { App } from '../../src/ui/app.tsx';
import type { Core, Site } from '../../src/workflow/core.ts';
import { createWorkflow, type Workflow } from '../../src/workflow/workflow.ts';
import { aCore, aSite, fakePorts, type FakePorts } from '../workflow/a-workflow.ts';

// The second that a screen has by itself is too short on a machine that does more.
configure({ asyncUtilTimeout: 15_000 });

export interface Rendered {
  readonly user: UserEvent;
  readonly workflow: Workflow;
  readonly ports: FakePorts;
}

interface Given {
  readonly core?: Core;
  readonly site?: Site;
  readonly ports?: FakePorts;
  readonly locale?: Locale;
  readonly framed?: boolean;
}

// Later screens are fetched when they are first needed. A click of user-event is a synchronous act, which React does not wake
// from; so they are fetched once before the tests of a file.
beforeAll(async () => {
  const { workflow } = launchApp();
  await screen.findByRole('heading', { level: 1 });
  await act(async () => {
    await Promise.resolve();
    workflow.send({ kind: 'diagnosis-screen-opened' });
  });
  await screen.findByRole('button', { name: 'Ik bevestig deze diagnose' });
  cleanup();
  window.history.replaceState(null, '');
});

/** Blob addresses given out and not yet taken back. */
export const liveUrls = new Set<string>();
let given = 0;
URL.createObjectURL = () => {
  given += 1;
  const url = `blob:booklet-${String(given)}`;
  liveUrls.add(url);
  return url;
};
URL.revokeObjectURL = (url) => {
  liveUrls.delete(url);
};

// jsdom draws no dialog on top; open and closed is all that the tests ask.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

afterEach(() => {
  cleanup();
  window.history.replaceState(null, '');
  vi.restoreAllMocks();
});

/** The app as a clinician meets it: launched, with the outside played by fakes. */
export function launchApp(with_: Given = {}): Rendered {
  const { core = aCore(), site = aSite(), ports = fakePorts(), locale = 'nl', framed = false } = with_;
  const workflow = createWorkflow(core, site, ports);
  render(<App workflow={workflow} languages={[locale]} framed={framed} />);
  workflow.send({ kind: 'started' });
  return { user: userEvent.setup(), workflow, ports };
}

export const button = (name: string | RegExp) => screen.findByRole('button', { name });
export const heading = (name: string | RegExp, level = 1) => screen.findByRole('heading', { name, level });

/** On to the form. */
export async function confirmSole({ user }: Rendered): Promise<void> {
  await user.click(await button(/^Bevestig: /));
  await heading('Klopt dit voor het boekje?');
}

/** On to the booklet. */
export async function toPreview(app: Rendered): Promise<void> {
  await confirmSole(app);
  await app.user.click(screen.getByRole('radio', { name: 'Joke Brands' }));
  await app.user.click(await button('Boekje bekijken'));
  await heading('Bekijk het boekje');
}

/** On to whatever the write brings. */
export async function toSaved(app: Rendered): Promise<void> {
  await toPreview(app);
  await app.user.click(await button('Opslaan in dossier'));
  await app.user.click(await button('Ja, opslaan'));
}
