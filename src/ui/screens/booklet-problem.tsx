import type { Booklet } from '../../workflow/state.ts';
import { useLanguage, type Speech } from '../components/language.tsx';
import { DoThis, HelpDeskCode, Notice } from '../components/notice.tsx';
import type { ScreenProps } from '../use-workflow.ts';

type Problem = Extract<Booklet, { kind: 'failed' | 'does-not-fit' | 'missing-letters' }>;

const CODES: Readonly<Record<Problem['kind'], string>> = {
  failed: 'BOEKJE-66',
  'does-not-fit': 'BOEKJE-28',
  'missing-letters': 'BOEKJE-41',
};

/** Why there is no booklet, named by its field where one is to blame; the choices are still there. */
export function BookletProblem({ booklet, workflow }: { readonly booklet: Problem } & Pick<ScreenProps, 'workflow'>) {
  const { say } = useLanguage();
  const { kind } = booklet;
  return (
    <>
      <Notice tone="error" announced>
        <h2>{headingOf(booklet, say)}</h2>
        <p>{say(`preview.${kind}.text`)}</p>
        <DoThis>{say(`preview.${kind}.do`)}</DoThis>
        <div className="actions">
          {kind === 'failed' ? (
            <button
              type="button"
              className="primary"
              onClick={() => {
                workflow.send({ kind: 'preview-asked' });
              }}
            >
              {say('preview.tryAgain')}
            </button>
          ) : null}
          <button
            type="button"
            onClick={() => {
              workflow.send({ kind: 'fill-in-opened' });
            }}
          >
            {say('preview.changeChoices')}
          </button>
        </div>
      </Notice>
      <HelpDeskCode codes={codesOf(booklet)} helpDesk={workflow.site.helpDesk} />
    </>
  );
}

function headingOf(booklet: Problem, say: Speech['say']): string {
  switch (booklet.kind) {
    case 'does-not-fit':
      return say('preview.does-not-fit.heading', { where: fieldName(booklet.where, say) });
    case 'missing-letters':
      return say('preview.missing-letters.heading', {
        letters: booklet.letters.map(({ letter }) => letter).join(' '),
        where: [...new Set(booklet.letters.map(({ where }) => fieldName(where, say)))].join(', '),
      });
    case 'failed':
      return say('preview.failed.heading');
  }
}

/** The place is for the help desk: a clinician has no use for the name of a block. */
function codesOf(booklet: Problem): readonly string[] {
  const code = CODES[booklet.kind];
  return booklet.kind === 'does-not-fit' ? [code, booklet.where] : [code];
}

/** Where in the handout a value of the clinician stands; of two that fit the first counts. */
const FIELDS = [
  ['contact.name', 'fit.contact.name'],
  ['contact.role', 'fit.contact.role'],
  ['contact.phone', 'fit.contact.phone'],
  ['contact.hours', 'fit.contact.hours'],
  // The name of the contact stands in a sentence of this chapter too, that of the diagnosis in this one.
  ['gesprek.', 'fit.contact.name'],
  ['diagnose.', 'fit.diagnosis'],
  ['cover.', 'fit.cover'],
] as const;

/** The place in the handout as the clinician knows it. */
function fieldName(where: string, say: Speech['say']): string {
  const field = FIELDS.find(([place]) => where.includes(place));
  return say(field === undefined ? 'fit.other' : field[1]);
}
