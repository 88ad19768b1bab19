import type { Entity, EntityId } from '../../domain/entity.ts';
import type { RecordedDiagnosis } from '../../domain/evidence.ts';
import type { Finding } from '../../domain/finding.ts';
import { isMessageKey, type Locale } from '../../locales/messages.ts';
import { useLanguage, type Speech } from './language.tsx';
import { isTextOnly, recordedName, systemName } from './recorded-text.ts';
import { EvidenceSource } from './source-chip.tsx';
import { toneOf, VerdictChip } from './verdict-chip.tsx';

/** What an explanation is drawn from: the same data that decided. */
export interface Explaining {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly reasons: ReadonlyMap<string, { readonly nl: string; readonly en: string }>;
}

interface EvidenceItemProps extends Explaining {
  readonly finding: Finding;
}

/** One recorded diagnosis: what stands there, what the list says of it, why, and where it comes from. */
export function EvidenceItem({ finding, entities, reasons }: EvidenceItemProps) {
  const language = useLanguage();
  const { say } = language;
  const { evidence, verdict } = finding;
  return (
    <li className={`t-${toneOf(verdict)}`}>
      <h3>
        <RecordedTitle evidence={evidence} />
      </h3>
      <VerdictChip verdict={verdict} />
      <Codes evidence={evidence} />
      <OnTheList finding={finding} entities={entities} />
      <p>
        <b>{say('evidence.why')}</b> {whyOf(finding, { entities, reasons }, language)}
      </p>
      {verdict === 'undecided' ? (
        <p>
          <b>{say('evidence.decides')}</b> {say(`evidence.decides.${whatDecides(finding)}`)}
        </p>
      ) : null}
      <div className="chips">
        <EvidenceSource evidence={evidence} />
        <span className="soft small">{statusOf(evidence, language)}</span>
      </div>
    </li>
  );
}

/** Free text stands between quotation marks: it is the record's word, not a code's. */
function RecordedTitle({ evidence }: { readonly evidence: RecordedDiagnosis }) {
  const { say } = useLanguage();
  const name = recordedName(evidence);
  if (name === null) return <>{say('evidence.noText')}</>;
  return <bdi>{isTextOnly(evidence) ? say('evidence.quote', { text: name }) : name}</bdi>;
}

function Codes({ evidence }: { readonly evidence: RecordedDiagnosis }) {
  const { say } = useLanguage();
  if (isTextOnly(evidence)) return <p>{say('evidence.textOnly')}</p>;
  const coded = evidence.code.coding.filter((coding) => coding.code);
  return (
    <p className="codes">
      {coded.map((coding, index) => (
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

function OnTheList({ finding, entities }: { readonly finding: Finding; readonly entities: Explaining['entities'] }) {
  const { say, locale } = useLanguage();
  const named = finding.entity === null ? undefined : entities.get(finding.entity);
  if (named) return <p>{say('evidence.onList', { name: entityName(named, locale) })}</p>;
  const names = finding.candidates.flatMap((id) => {
    const entity = entities.get(id);
    return entity ? [entityName(entity, locale)] : [];
  });
  return names.length === 0 ? null : <p>{say('evidence.candidates', { names: names.join(', ') })}</p>;
}

/** The name of a row of the list in the language of the screens. */
export function entityName(entity: Entity, locale: Locale): string {
  return locale === 'nl' ? entity.nameNl : entity.nameEn;
}

function whyOf(finding: Finding, { reasons }: Explaining, { say, locale }: Speech): string {
  const known = finding.reasons.flatMap(({ key }) => reasons.get(key)?.[locale] ?? []);
  const sentences = known.length > 0 ? known : [say(`why.${finding.verdict}`)];
  const read = isTextOnly(finding.evidence) ? [...sentences, say('why.textOnly')] : sentences;
  return [...new Set(read)].join(' ');
}

const STATUS_REASONS: ReadonlySet<string> = new Set(['not-confirmed', 'suspected', 'remission', 'encounter-only']);

function whatDecides(finding: Finding): 'type' | 'status' | 'look' {
  if (finding.reasons.some(({ key }) => STATUS_REASONS.has(key))) return 'status';
  return finding.candidates.length > 0 ? 'type' : 'look';
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
