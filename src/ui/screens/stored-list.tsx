import type { StoredDocument } from '../../domain/document.ts';
import { tellsRecalled } from '../../domain/recall.ts';
import type { Documents } from '../../workflow/filing-state.ts';
import { standsTwice } from '../../workflow/stored-documents.ts';
import { entityName } from '../components/evidence-item.tsx';
import { useLanguage } from '../components/language.tsx';
import { Notice } from '../components/notice.tsx';
import type { ScreenProps } from '../use-workflow.ts';
import { Reprint } from './reprint.tsx';
import { Retract } from './retract.tsx';
import { VersionLine } from './version-line.tsx';

/** The booklets that stand in the chart already, on the first screen: to print again, or to take back (D21, D23). */
export default function StoredList({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const { documents } = work;
  if (documents.kind === 'not-read') return <NotRead workflow={workflow} />;
  if (documents.kind !== 'read' || documents.documents.length === 0) return null;
  const recalled = documents.documents.some((document) => isRecalledNow(document, workflow.site));
  return (
    <Notice tone={recalled ? 'error' : standsTwice(documents) ? 'unclear' : 'info'}>
      <h2>{say('stored.list')}</h2>
      {recalled ? <p>{say('stored.recalled')}</p> : null}
      <StandsTwice documents={documents} />
      <ul className="plain stack">
        {latestFirst(documents.documents).map((document) => (
          <li key={document.id}>
            <Stored document={document} work={work} workflow={workflow} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What a server without conditional create let happen is found and said at the next launch. */
export function StandsTwice({ documents }: { readonly documents: Documents }) {
  const { say } = useLanguage();
  if (!standsTwice(documents)) return null;
  return (
    <p>
      <b>{say('stored.twice')}</b>
    </p>
  );
}

/** Not read is not none (rule 3). */
function NotRead({ workflow }: Pick<ScreenProps, 'workflow'>) {
  const { say } = useLanguage();
  return (
    <Notice tone="unclear">
      <p>{say('stored.notRead')}</p>
      <div className="actions">
        <button
          type="button"
          onClick={() => {
            workflow.send({ kind: 'search-again' });
          }}
        >
          {say('stored.searchAgain')}
        </button>
      </div>
    </Notice>
  );
}

function isRecalledNow(document: StoredDocument, { recall }: ScreenProps['workflow']['site']): boolean {
  return document.status !== 'entered-in-error' && tellsRecalled(document, recall);
}

function latestFirst(documents: readonly StoredDocument[]): readonly StoredDocument[] {
  return documents.toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
}

function Stored({ document, work, workflow }: ScreenProps & { readonly document: StoredDocument }) {
  const { say, locale } = useLanguage();
  const entity = document.entity === null ? undefined : workflow.core.names.get(document.entity);
  const about = entity ? say('stored.about', { name: entityName(entity, locale) }) : say('stored.otherUnknown');
  return (
    <>
      <h3>
        <VersionLine document={document} />
      </h3>
      <p>
        {about} {say(`stored.status.${document.status}`)}
        {isRecalledNow(document, workflow.site) ? <b> {say('stored.isRecalled')}</b> : null}
      </p>
      {document.status === 'entered-in-error' ? null : <Reprint document={document} work={work} workflow={workflow} />}
      <Retract document={document} work={work} workflow={workflow} />
    </>
  );
}
