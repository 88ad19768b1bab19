// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DocumentDraft } from '../../src/domain/document.ts';
import { aSite, aStoredDocument, fakePorts, GIST, WRITTEN } from '../workflow/a-workflow.ts';
import { button, confirmSole, heading, launchApp, liveUrls, toPreview, toSaved, type Rendered } from './render-app.tsx';

describe('the way from launch to saved booklet', () => {
  it('takes seven presses and one typed field, work chapter included', async () => {
    const { user, ports } = launchApp();
    let presses = 0;
    const press = async (element: HTMLElement): Promise<void> => {
      presses += 1;
      await user.click(element);
    };
    await press(await button('Bevestig: Leiomyosarcoom'));
    await press(await screen.findByRole('radio', { name: 'Joke Brands' }));
    await press(screen.getByRole('switch', { name: 'Hoofdstuk Werk' }));
    await press(screen.getByRole('radio', { name: 'In loondienst' }));
    screen.getByRole('textbox', { name: 'Eerste ziektedag' }).focus();
    await user.keyboard('14-09-2026');
    expect(screen.getByText('maandag 14 september 2026, nu week 11')).toBeVisible();
    await press(await button('Boekje bekijken'));
    await press(await button('Opslaan in dossier'));
    await press(await button('Ja, opslaan'));
    await heading('Opgeslagen in het dossier');
    expect(presses).toBe(7);
    expect(ports.sent).toHaveLength(1);
  });

  it('can be walked with the keyboard alone', async () => {
    const { user } = launchApp();
    const confirm = await button('Bevestig: Leiomyosarcoom');
    await user.tab();
    while (document.activeElement !== confirm) await user.tab();
    await user.keyboard('{Enter}');
    await heading('Klopt dit voor het boekje?');
    screen.getByRole('radio', { name: 'Ik ben het aanspreekpunt' }).focus();
    await user.keyboard(' {Enter}');
    await heading('Bekijk het boekje');
  });

  it('takes the focus to the heading of each new screen', async () => {
    const app = launchApp();
    expect(await heading('Dit staat in het dossier')).toHaveFocus();
    await confirmSole(app);
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('F16 D37 shows name, birth date, age and sex on every screen', async () => {
    const app = launchApp();
    const seen = (): void => {
      const banner = within(screen.getByRole('region', { name: 'Patiënt' }));
      expect(banner.getByText('Samira de Boer')).toBeVisible();
      expect(banner.getByText('Geboren').nextElementSibling).toHaveTextContent('3 apr 1974 (52 jaar)');
      expect(banner.getByText('vrouw')).toBeVisible();
    };
    await heading('Dit staat in het dossier');
    seen();
    await toSaved(app);
    seen();
    await heading('Opgeslagen in het dossier');
    seen();
  });

  it('F54 double click on save and Enter held are one request', async () => {
    const app = launchApp();
    await toPreview(app);
    await app.user.dblClick(await button('Opslaan in dossier'));
    (await button('Ja, opslaan')).focus();
    await app.user.keyboard('{Enter>5/}');
    await heading('Opgeslagen in het dossier');
    expect(app.ports.sent).toHaveLength(1);
  });

  it('D27 the browser’s Back goes a screen back and loses nothing', async () => {
    const app = launchApp();
    await toPreview(app);
    window.history.back();
    await heading('Klopt dit voor het boekje?');
    expect(screen.getByRole('radio', { name: 'Joke Brands' })).toBeChecked();
    await app.user.click(await button('Boekje bekijken'));
    await heading('Bekijk het boekje');
    await app.user.click(await button('Terug'));
    await heading('Klopt dit voor het boekje?');
  });

  it('T11 takes the address of the PDF back when the booklet is gone', async () => {
    const app = launchApp();
    await toPreview(app);
    expect(liveUrls.size).toBe(1);
    await app.user.click(await button('Wijzig keuzes'));
    await app.user.click(screen.getByRole('switch', { name: 'Naam op de omslag' }));
    await waitFor(() => {
      expect(liveUrls.size).toBe(0);
    });
  });

  it('T11 F42 no patient name in the file name, the title or the address', async () => {
    const app = launchApp();
    await toPreview(app);
    expect(screen.getByRole('link', { name: 'Downloaden' })).toHaveAttribute('download', 'jouw-route-2026-11-25.pdf');
    expect(`${document.title}${window.location.href}${JSON.stringify(window.history.state)}`).not.toMatch(/Samira/);
  });

  it('warns before leaving only while a booklet exists here alone', async () => {
    const app = launchApp();
    const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await heading('Dit staat in het dossier');
    expect(leave()).toBe(false);
    await toPreview(app);
    expect(leave()).toBe(true);
    await app.user.click(await button('Opslaan in dossier'));
    await app.user.click(await button('Ja, opslaan'));
    await heading('Opgeslagen in het dossier');
    expect(leave()).toBe(false);
  });

  it('F55 says which booklet is there and asks, before anything is made', async () => {
    const stored = [aStoredDocument(), aStoredDocument({ id: 'd2', entity: GIST.id, version: 3 })];
    const app = launchApp({ ports: fakePorts({ documents: { kind: 'read', documents: stored } }) });
    await confirmSole(app);
    await heading('Er staat al een boekje in het dossier', 2);
    await app.user.click(screen.getByRole('radio', { name: 'Joke Brands' }));
    await app.user.click(await button('Boekje bekijken'));
    expect(screen.getByRole('alert')).toHaveTextContent('Kijk 2 velden na');
    await app.user.click(screen.getByRole('radio', { name: 'Nieuwe versie maken (vervangt versie 1)' }));
    await app.user.click(screen.getByRole('radio', { name: 'Laten staan: het zijn twee soorten kanker' }));
    await app.user.click(await button('Boekje bekijken'));
    await app.user.click(await button('Opslaan in dossier'));
    expect(screen.getByRole('dialog')).toHaveTextContent('Jouw route, versie 2, 8 bladzijden');
  });

  it('"Niets doen" ends without a booklet', async () => {
    const app = launchApp({ ports: fakePorts({ documents: { kind: 'read', documents: [aStoredDocument()] } }) });
    await confirmSole(app);
    await app.user.click(await button('Niets doen'));
    await heading('Er komt nu geen boekje');
    await app.user.click(await button('Sluiten'));
    await heading('De app is gesloten');
    expect(app.ports.ended).toEqual(['ended']);
  });
});

describe('a chart that takes text', () => {
  const site = aSite({ saving: { kind: 'allowed', format: 'text' } });

  it('shows the note letter for letter, says so in the dialog, and calls the words saved', async () => {
    const ports = fakePorts();
    const filed = {
      ...ports,
      createDocument: async (draft: DocumentDraft) => ({ ...WRITTEN, sha1: await ports.sha1(draft.bytes) }),
    };
    const app = launchApp({ site, ports: filed });
    await toPreview(app);
    await app.user.click(await screen.findByText('Lees de tekst voor het dossier'));
    const note = screen.getByRole('region', { name: 'Tekst voor het dossier' });
    expect(note).toHaveTextContent(/^Jouw route/);
    expect(note).toHaveTextContent(/Route zeldzame kanker: leiomyosarcoma, versie 1, nummer \S+, tekst \S+$/);
    await app.user.click(await button('Opslaan in dossier'));
    expect(await screen.findByText('Jouw route, versie 1, als tekst')).toBeVisible();
    await app.user.click(await button('Ja, opslaan'));
    await heading('Opgeslagen in het dossier');
    expect(screen.getByText(/Het zijn dezelfde woorden/)).toBeVisible();
  });
});

describe('a booklet that is replaced', () => {
  const documents = { kind: 'read', documents: [aStoredDocument()] } as const;

  async function replaced(app: Rendered): Promise<void> {
    await confirmSole(app);
    await app.user.click(screen.getByRole('radio', { name: /^Nieuwe versie maken/ }));
    await app.user.click(screen.getByRole('radio', { name: 'Joke Brands' }));
    await app.user.click(await button('Boekje bekijken'));
    await app.user.click(await button('Opslaan in dossier'));
    await app.user.click(await button('Ja, opslaan'));
    await heading('Opgeslagen in het dossier');
  }

  it.each([
    ['marked', aSite(), /staat nu als vervangen/],
    ['changed', aSite(), /staat misschien nog als geldig/],
    ['marked', aSite({ mayUpdate: false }), /In het nieuwe staat dat het vervangen is/],
  ] as const)('%s: what became of it is on the last screen', async (kind, at, text) => {
    const app = launchApp({ site: at, ports: fakePorts({ documents, marking: { kind } }) });
    await replaced(app);
    expect(await screen.findByText(text)).toBeVisible();
    expect(app.ports.marked).toEqual(at.mayUpdate ? ['d1 superseded'] : []);
  });
});

it('F50 one booklet that stands there twice is said on the first screen', async () => {
  const twice = { kind: 'read', documents: [aStoredDocument(), aStoredDocument({ id: 'd2' })] } as const;
  launchApp({ ports: fakePorts({ documents: twice }) });
  expect(await screen.findByText(/^Hetzelfde boekje staat meer dan 1 keer/)).toBeVisible();
});
