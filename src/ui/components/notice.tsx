import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { useLanguage } from './language.tsx';

export type Tone = 'yes' | 'unclear' | 'no' | 'info' | 'error';

const ICONS: Readonly<Record<Tone, IconName>> = {
  yes: 'yes',
  unclear: 'unclear',
  no: 'no',
  info: 'info',
  error: 'error',
};

interface NoticeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Off where the notice is part of the screen from the start and need not interrupt. */
  readonly announced?: boolean;
}

/** What happened, what it means, what to do. Only an error interrupts who listens to the screen. */
export function Notice({ tone, children, announced = false }: NoticeProps) {
  const role = tone === 'error' ? 'alert' : 'status';
  return (
    <div className={`notice t-${tone}`} {...(announced ? { role } : {})}>
      <Icon name={ICONS[tone]} />
      {children}
    </div>
  );
}

/** The sentence that says what to do now. */
export function DoThis({ children }: { readonly children: ReactNode }) {
  const { say } = useLanguage();
  return (
    <p>
      <b>{say('app.do')}</b> {children}
    </p>
  );
}

/** The code that a help desk can look up, at the foot of a problem. */
export function HelpDeskCode({ codes, helpDesk }: { readonly codes: readonly string[]; readonly helpDesk?: string }) {
  const { say } = useLanguage();
  if (codes.length === 0) return null;
  return (
    <p className="soft small">
      {say('app.helpdesk')} <code>{codes.join(', ')}</code>
      {helpDesk ? ` · ${helpDesk}` : ''}
    </p>
  );
}
