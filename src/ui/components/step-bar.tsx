import { Icon } from './icon.tsx';
import { useLanguage } from './language.tsx';

export const STEPS = ['evidence', 'diagnosis', 'fill-in', 'preview', 'finish'] as const;
export type BarStep = (typeof STEPS)[number];

/** How far the clinician is; a picture, not a way to jump. */
export function StepBar({ current, steps }: { readonly current: BarStep; readonly steps: readonly BarStep[] }) {
  const { say } = useLanguage();
  const now = steps.indexOf(current);
  return (
    <nav aria-label={say('steps.label')}>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step} className={index < now ? 'done' : undefined} aria-current={index === now ? 'step' : undefined}>
            <span className="nr" aria-hidden={index < now}>
              {index < now ? <Icon name="tick" /> : index + 1}
            </span>
            <span>
              {index < now ? <span className="visually-hidden">{say('steps.done')} </span> : null}
              {say(`steps.${step}`)}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
