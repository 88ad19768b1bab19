import { describe, expect, it } from 'vitest';
import { isWithoutEhr } from '../../src/workflow/core.ts';
import { choiceProblems } from '../../src/workflow/confirming.ts';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { bookletProblems } from '../../src/workflow/making.ts';
import { stepOf } from '../../src/workflow/state.ts';
import { savingBlock } from '../../src/workflow/stored-documents.ts';
import { aChart, aKnown, aLookup, aCore, aSite, LMS, reading, run, TODAY, workOf } from './a-workflow.ts';

const site = aSite({ saving: { kind: 'print-only', why: 'without-ehr' } });
const known = aKnown({ site, core: aCore(aLookup([])) });
const nobody = aChart({ user: null, participants: [], encounter: null });
const start: readonly WorkflowEvent[] = reading({ ...nobody, patient: { ...nobody.patient, name: '' } });
const chosen: readonly WorkflowEvent[] = [
  ...start,
  { kind: 'entity-chosen', entity: LMS.id },
  { kind: 'clinician-typed', text: 'J. Brands' },
  { kind: 'age-typed', text: '52' },
];
const confirmed: readonly WorkflowEvent[] = [
  ...chosen,
  { kind: 'self-checked', on: true },
  { kind: 'entity-chosen', entity: LMS.id },
  { kind: 'choice-confirmed' },
];

describe('without an EHR', () => {
  it('is told from the site alone', () => {
    expect([site, aSite(), aSite({ saving: { kind: 'print-only', why: 'site-setting' } })].map(isWithoutEhr)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('the way begins with the choice of the diagnosis', () => {
    expect(stepOf(workOf(run(start, known)))).toBe('diagnosis');
  });

  it('nothing is confirmed before somebody says to have looked', () => {
    const work = workOf(run([...chosen, { kind: 'choice-confirmed' }], known));
    expect(work.confirmed).toBeNull();
    expect(choiceProblems(work, site)).toContain('not-checked');
    expect(choiceProblems(work, aSite())).not.toContain('not-checked');
    expect(workOf(run(confirmed, known)).confirmed?.entity.id).toBe(LMS.id);
  });

  it('who confirms may be the contact, by the name that was typed', () => {
    const self: readonly WorkflowEvent[] = [...confirmed, { kind: 'contact-chosen', contact: { kind: 'user' } }];
    expect(workOf(run(self, known)).form.choices.contact?.name).toBe('J. Brands');
    const renamed = run([...self, { kind: 'clinician-typed', text: 'K. Anders' }], known);
    expect(workOf(renamed).form.choices.contact?.name).toBe('K. Anders');
    expect(workOf(renamed).confirmed).toBeNull();
  });

  it('another tick asks for another confirmation', () => {
    const work = workOf(run([...confirmed, { kind: 'self-checked', on: false }], known));
    expect(work.confirmed).toBeNull();
  });

  it('no chart is searched, and nothing can be saved', () => {
    const { state, effects } = run(confirmed, known);
    expect(effects.map(({ kind }) => kind)).not.toContain('find-documents');
    expect(savingBlock(workOf({ state }), site)).toBe('without-ehr');
  });

  it('the name on the cover is the typed one, and is asked for when it is wanted there', () => {
    const wanted: readonly WorkflowEvent[] = [
      ...confirmed,
      { kind: 'contact-chosen', contact: { kind: 'unknown' } },
      { kind: 'choice-changed', change: { nameOnCover: true } },
    ];
    const fields = (events: readonly WorkflowEvent[]) =>
      bookletProblems(workOf(run(events, known)), { today: TODAY, site }).map(({ field }) => field);
    expect(fields(wanted)).toEqual(['cover-name']);
    const typed: readonly WorkflowEvent[] = [...wanted, { kind: 'contact-typed', field: 'coverName', text: 'Robin' }];
    expect(fields(typed)).toEqual([]);
    const { effects } = run([...typed, { kind: 'preview-asked' }], known);
    expect(effects.at(-1)).toMatchObject({ kind: 'make-booklet', request: { patient: { name: 'Robin' } } });
  });
});
