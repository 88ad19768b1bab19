import type { Condition } from 'fhir/r4';
import { expect } from 'vitest';
import { canConfirm, fillIn, readDossier, save, screen } from '../../commands/walk/drive.ts';
import type { StoredResource } from '../../sandbox/fixtures.ts';
import { BOOKLET_SYSTEM } from '../../src/fhir/document-identifier.ts';
import { bodyText, download, newPatient, openDossier, openPreview, printed, say, test } from './support.ts';

test('F40 F43 markup in any string of the record is shown literally, on screen and on paper; narrative is never shown', async ({
  tab,
  sandbox,
  foreign,
}) => {
  const { page, seen } = tab;
  const markup = `<script>alert(1)</script><img src=x onerror="alert(2)">`;
  const remote = `${foreign.origin}/pixel.png`;
  const narrative = {
    status: 'generated' as const,
    div: `<div xmlns="http://www.w3.org/1999/xhtml">VERHAAL<script>alert(3)</script><img src="${remote}"/></div>`,
  };
  const spoil = (resource: StoredResource): StoredResource => {
    switch (resource.resourceType) {
      case 'Patient':
        return { ...resource, text: narrative, name: [{ text: `Sam ${markup}` }], photo: [{ url: remote }] };
      case 'Condition':
        return {
          ...resource,
          text: narrative,
          code: { ...resource.code, text: `tumor ${markup} javascript:alert(4)` },
        };
      default:
        return resource;
    }
  };
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  const { patient, encounter } = await newPatient(sandbox, (resource) => [spoil(resource)]);
  await openDossier(tab, sandbox, { patient, encounter });
  const text = await bodyText(page);
  expect(text).toContain(`Sam ${markup}`);
  expect(text).toContain(`tumor ${markup} javascript:alert(4)`);
  expect(text).not.toContain('VERHAAL');
  expect(await page.title()).toBe(say('app.brand'));
  await page.getByRole('button', { name: /^Bevestig: / }).click();
  await page.getByRole('switch', { name: say('fill.nameOnCover') }).click();
  await fillIn(page);
  const { pages } = await printed(await download(page));
  expect(pages[0]?.text).toContain('<script>alert(1)</script>');
  await save(page);
  expect(await page.locator('img, script:not([src])').count()).toBe(0);
  expect(dialogs).toBe(0);
  expect(seen.cspReports).toEqual([]);
  expect(foreign.requests).toEqual([]);
});

test('F42 the file name tells neither who nor what', async ({ tab, sandbox }) => {
  const { page } = tab;
  const { patient, encounter } = await newPatient(sandbox, (resource) => [
    resource.resourceType === 'Patient' ? { ...resource, name: [{ text: '../Sam\\de/Boer: x' }] } : resource,
  ]);
  await openPreview(tab, sandbox, { patient, encounter });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say('preview.download') }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('jouw-route-2026-11-25.pdf');
});

test('F38 two rare cancers: both are shown, none is chosen, and the booklet is about the confirmed one alone', async ({
  tab,
  sandbox,
}) => {
  const { page } = tab;
  const withLeukaemia = (resource: StoredResource): readonly StoredResource[] => {
    if (resource.resourceType !== 'Condition') return [resource];
    const second: Condition & { readonly id: string } = {
      ...resource,
      id: `${resource.id}-b`,
      code: {
        coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-nl', code: 'C92.0' }],
        text: 'acute myeloïde leukemie',
      },
    };
    return [resource, second];
  };
  const { patient, encounter } = await newPatient(sandbox, withLeukaemia);
  await openDossier(tab, sandbox, { patient, encounter });
  const { findings, heading } = await readDossier(page);
  expect(heading).toBe(say('evidence.rare.heading'));
  expect(findings.map(({ verdict }) => verdict)).toEqual([say('verdict.rare'), say('verdict.rare')]);
  expect(await canConfirm(page)).toBe(false);
  await page.getByRole('button', { name: say('evidence.choose') }).click();
  await screen(page, say('diagnosis.title'));
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await page.getByRole('radio', { name: /^Acute myeloïde leukemie/ }).click();
  await page.getByRole('button', { name: say('diagnosis.confirm') }).click();
  await screen(page, say('fill.title'));
  await fillIn(page);
  const text = (await printed(await download(page))).pages.map((one) => one.text).join(' ');
  expect(text).toContain('leukemie');
  expect(text).not.toContain('leiomyosarcoom');
  await save(page);
  const [document] = await sandbox.documents(patient);
  expect(document?.identifier?.find(({ system }) => system === BOOKLET_SYSTEM)?.value).toMatch(/leuk|aml/i);
});
