import type { Verdict } from '../../domain/finding.ts';
import { Icon } from './icon.tsx';
import { useLanguage } from './language.tsx';
import type { Tone } from './notice.tsx';

const TONES = { rare: 'yes', undecided: 'unclear', common: 'no', none: 'no' } as const satisfies Record<Verdict, Tone>;

/** The tone that goes with a verdict; never the only sign of it. */
export function toneOf(verdict: Verdict): (typeof TONES)[Verdict] {
  return TONES[verdict];
}

/** The verdict in the words of D4, with icon and tint. */
export function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
  const { say } = useLanguage();
  return (
    <span className={`verdict t-${toneOf(verdict)}`}>
      <Icon name={toneOf(verdict)} />
      {say(`verdict.${verdict}`)}
    </span>
  );
}
