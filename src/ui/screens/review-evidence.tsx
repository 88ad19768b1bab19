import { lazy, Suspense } from 'react';
import type { Finding } from '../../domain/finding.ts';
import { inReadingOrder } from '../../workflow/diagnosis-offer.ts';
import { EvidenceItem, RecordedTitle, type Explaining } from '../components/evidence-item.tsx';
import { gapCodes, GapList } from '../components/gap-list.tsx';
import { useLanguage } from '../components/language.tsx';
import { HelpDeskCode } from '../components/notice.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';
import type { ScreenProps } from '../use-workflow.ts';
import { OutlookNotice } from './outlook-notice.tsx';
import { ListNotice } from './list-notice.tsx';
import { SiteNotice } from './site-notice.tsx';

// They are searched while the verdict is read (D39).
const StoredList = lazy(() => import('./stored-list.tsx'));

/** Screen 1: what the chart says, what the list says of it, and what was not read. */
export function ReviewEvidence({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const gaps = [...work.lookup.gaps, ...work.chart.gaps];
  return (
    <>
      <div className="stack">
        <ScreenTitle>{say('evidence.title')}</ScreenTitle>
        <SiteNotice site={workflow.site} />
        <OutlookNotice work={work} workflow={workflow} />
        <StoredBooklets work={work} workflow={workflow} />
        <ListNotice workflow={workflow} />
      </div>
      <div className="split">
        <Findings findings={work.lookup.findings} names={workflow.core.names} reasons={workflow.core.reasons} />
        <section className="card stack" aria-labelledby="gaps">
          <h2 id="gaps">{say('gaps.title')}</h2>
          <GapList gaps={gaps} />
          <HelpDeskCode codes={gapCodes(gaps)} helpDesk={workflow.site.helpDesk} />
          <div className="actions">
            <button
              type="button"
              onClick={() => {
                workflow.send({ kind: 'read-again' });
              }}
            >
              {say('evidence.readAgain')}
            </button>
          </div>
        </section>
      </div>
    </>
  );
}

function StoredBooklets({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  if (work.documents.kind === 'searching') return <p role="status">{say('stored.searching')}</p>;
  return (
    <Suspense fallback={null}>
      <StoredList work={work} workflow={workflow} />
    </Suspense>
  );
}

const OVER: ReadonlySet<string> = new Set(['resolved', 'refuted', 'history']);

function isOver({ verdict, reasons }: Finding): boolean {
  return verdict === 'none' && reasons.some((reason) => OVER.has(reason.key));
}

function Findings({ findings, ...explaining }: Explaining & { readonly findings: readonly Finding[] }) {
  const { say } = useLanguage();
  const about = inReadingOrder(findings.filter((finding) => finding.aboutCancer));
  const current = about.filter((finding) => !isOver(finding));
  if (findings.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="recorded">
      <h2 id="recorded">{say('evidence.list')}</h2>
      {current.length === 0 ? <p>{say('evidence.list.empty')}</p> : null}
      <FindingList findings={current} {...explaining} />
      {about.some(isOver) ? (
        <>
          <h2 id="over">{say('evidence.apart')}</h2>
          <FindingList findings={about.filter(isOver)} {...explaining} />
        </>
      ) : null}
      <Others findings={findings.filter((finding) => !finding.aboutCancer)} />
    </section>
  );
}

/** Folded away and counted, but there to be read: a name that the lookup does not know may tell the clinician more. */
function Others({ findings }: { readonly findings: readonly Finding[] }) {
  const { say } = useLanguage();
  const count = findings.length;
  if (count === 0) return null;
  return (
    <details>
      <summary>{count === 1 ? say('evidence.other.one') : say('evidence.other.many', { count })}</summary>
      <p>{say('evidence.other.text')}</p>
      <ul className="bullets">
        {findings.map(({ evidence }) => (
          <li key={evidence.id}>
            <RecordedTitle evidence={evidence} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function FindingList({ findings, ...explaining }: Explaining & { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="evidence">
      {findings.map((finding) => (
        <EvidenceItem key={finding.evidence.id} finding={finding} {...explaining} />
      ))}
    </ul>
  );
}
