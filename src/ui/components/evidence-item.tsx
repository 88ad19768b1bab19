import type { EntityId, EntityName } from '../../domain/entity.ts';
import type { RecordedDiagnosis } from '../../domain/evidence.ts';
import type { Finding } from '../../domain/finding.ts';
import { isMessageKey, type Locale } from '../../locales/messages.ts';
import { useLanguage, type Speech } from './language.tsx';
import { isTextOnly, recordedCodes, recordedName, systemName } from './recorded-text.ts';
import { EvidenceSource } from './source-chip.tsx';
import { toneOf, VerdictChip } from './verdict-chip.tsx';

/** What an explanation is drawn from: the same data that decided. */
export interface Explaining {
  readonly names: ReadonlyMap<EntityId, EntityName>;
  readonly reasons: ReadonlyMap<string, { readonly nl: string; readonly en: string }>;
}

interface EvidenceItemProps extends Explaining {
  readonly finding: Finding;
}

/** One recorded diagnosis: what stands there, what the list says of it, why, and where it comes from. */
export function EvidenceItem({ finding, names, reasons }: EvidenceItemProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const { evidence, verdict } = finding;
  const { why, decides } = explained(finding, reasons, locale);
  return (
    <li className={`t-${toneOf(verdict)}`}>
      <h3>
        <RecordedTitle evidence={evidence} />
      </h3>
      <VerdictChip verdict={verdict} />
      <Codes evidence={evidence} />
      <OnTheList finding={finding} names={names} />
      <Because label={say('evidence.why')} sentences={why} />
      <Because label={say('evidence.decides')} sentences={decides} />
      <div className="chips">
        <EvidenceSource evidence={evidence} />
        <span className="soft small">{statusOf(evidence, language)}</span>
      </div>
    </li>
  );
}

/** Free text stands between quotation marks: it is the record's word, not a code's. */
export function RecordedTitle({ evidence }: { readonly evidence: RecordedDiagnosis }) {
  const { say } = useLanguage();
  const name = recordedName(evidence);
  if (name === null) return <>{say('evidence.noText')}</>;
  return <bdi>{isTextOnly(evidence) ? say('evidence.quote', { text: name }) : name}</bdi>;
}

function Codes({ evidence }: { readonly evidence: RecordedDiagnosis }) {
  const { say } = useLanguage();
  if (isTextOnly(evidence)) return <p>{say('evidence.textOnly')}</p>;
  return (
    <p className="codes">
      {recordedCodes(evidence).map((coding, index) => (
        <span key={index}>
          {systemName(coding) ?? say('evidence.unknownSystem')}{' '}
          <code>
            <bdi>{coding.code}</bdi>
          </code>
        </span>
      ))}
    </p>
  );
}

function OnTheList({ finding, names }: { readonly finding: Finding; readonly names: Explaining['names'] }) {
  const { say, locale } = useLanguage();
  const named = finding.entity === null ? undefined : names.get(finding.entity);
  if (named) return <p>{say('evidence.onList', { name: entityName(named, locale) })}</p>;
  const candidates = finding.candidates.flatMap((id) => {
    const entity = names.get(id);
    return entity ? [entityName(entity, locale)] : [];
  });
  return candidates.length === 0 ? null : <Candidates names={candidates} />;
}

const LONGEST_LIST = 5;

/** What a code leaves open: a few names to recognise it by; the diagnosis screen has them all. */
function Candidates({ names }: { readonly names: readonly string[] }) {
  const { say } = useLanguage();
  const shown = names.length > LONGEST_LIST ? names.slice(0, LONGEST_LIST - 1) : names;
  const hidden = names.length - shown.length;
  return (
    <div>
      <p>{say('evidence.candidates')}</p>
      <ul className="bullets">
        {shown.map((name) => (
          <li key={name}>{name}</li>
        ))}
        {hidden === 0 ? null : <li>{say('evidence.candidates.more', { count: hidden })}</li>}
      </ul>
    </div>
  );
}

/** The name of a row of the list in the language of the screens. */
export function entityName(entity: EntityName, locale: Locale): string {
  return locale === 'nl' ? entity.nameNl : entity.nameEn;
}

const DECIDES = 'decides-';

/**
 * The sentences behind the reasons, those that say what would decide apart. Of what does not count only the reason that
 * decided is said: what its code would mean otherwise no longer matters.
 */
function explained({ verdict, reasons }: Finding, sentences: Explaining['reasons'], locale: Locale) {
  const said = (keys: readonly string[]): readonly string[] => [
    ...new Set(keys.flatMap((key) => sentences.get(key)?.[locale] ?? [])),
  ];
  const told = verdict === 'none' ? reasons.slice(0, 1) : reasons;
  const keys = told.map(({ key }) => key);
  return {
    why: said(keys.filter((key) => !key.startsWith(DECIDES))),
    decides: said(keys.filter((key) => key.startsWith(DECIDES))),
  };
}

function Because({ label, sentences }: { readonly label: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <p>
      <b>{label}</b> {sentences.join(' ')}
    </p>
  );
}

function statusOf(evidence: RecordedDiagnosis, { say, recorded }: Speech): string {
  const status = [
    ...evidence.verificationStatus.slice(0, 1).map((coding) => statusWord('verification', coding, say)),
    ...evidence.clinicalStatus.slice(0, 1).map((coding) => statusWord('clinical', coding, say)),
  ];
  const date =
    evidence.recordedDate === undefined ? [] : [say('evidence.recorded', { date: recorded(evidence.recordedDate) })];
  return [...status, ...date].filter(Boolean).join(', ');
}

function statusWord(
  kind: 'verification' | 'clinical',
  { code = '', display }: RecordedDiagnosis['clinicalStatus'][number],
  say: Speech['say'],
): string {
  const key = `status.${kind}.${code}`;
  return isMessageKey(key) ? say(key) : (display ?? code);
}
