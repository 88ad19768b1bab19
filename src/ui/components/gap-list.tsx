import type { Gap } from '../../domain/evidence.ts';
import { Icon } from './icon.tsx';
import { useLanguage } from './language.tsx';

// The same numbers as the fault table, so that a help desk finds the row.
const CODES: Readonly<Record<Gap['why'], string>> = {
  'not-allowed': 'LEES-14',
  'list-incomplete': 'LEES-20',
  elsewhere: 'LEES-21',
  redirected: 'LEES-22',
  'too-large': 'LEES-24',
  'too-slow': 'LEES-25',
  unreachable: 'LEES-27',
  'not-found': 'LEES-28',
  unreadable: 'LEES-29',
  'other-patient': 'LEES-31',
};

/** The help-desk codes of these gaps, each once. */
export function gapCodes(gaps: readonly Gap[]): readonly string[] {
  return [...new Set(gaps.map((gap) => CODES[gap.why]))];
}

/** What was not read, why, and what follows from it; and what the app never reads. */
export function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { say } = useLanguage();
  return (
    <ul className="gaps">
      {gaps.map((gap, index) => (
        <li key={index}>
          <Icon name="error" />
          <div>
            <b>
              {say(`gap.${gap.what}`)}: {say(`gap.why.${gap.why}`)}
              {!gap.read ? '' : ` ${say('gaps.read', { count: gap.read })}`}.
            </b>
            <br />
            {say('gaps.consequence')} {say(`gap.${gap.what}.effect`)}
          </div>
        </li>
      ))}
      <li>
        <Icon name="info" />
        <div>
          <b>{say('gaps.letters')}</b>
          <br />
          {say('gaps.lettersText')}
        </div>
      </li>
    </ul>
  );
}
