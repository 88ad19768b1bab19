import { useState, type ReactNode } from 'react';
import { LANGUAGE_NAMES, loadLanguage, type Locale } from '../../locales/messages.ts';
import type { PatientRecord } from '../../domain/patient.ts';
import { eligibilityOf } from '../../domain/patient.ts';
import { isWithoutEhr, type Site } from '../../workflow/core.ts';
import { ageOf } from '../../workflow/people.ts';
import { stepOf, type State } from '../../workflow/state.ts';
import type { Workflow } from '../../workflow/workflow.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../components/language.tsx';
import { Notice } from '../components/notice.tsx';
import { PatientBanner } from '../components/patient-banner.tsx';
import { STEPS, StepBar, type BarStep } from '../components/step-bar.tsx';

interface FrameProps {
  readonly workflow: Workflow;
  readonly state: State;
  readonly languages: readonly Locale[];
  readonly onLanguage: (locale: Locale) => void;
  readonly children: ReactNode;
}

/** What stands around every screen: brand, steps, the patient, and which version speaks. */
export function Frame({ workflow, state, languages, onLanguage, children }: FrameProps) {
  const { say } = useLanguage();
  const patient = patientOf(state, workflow);
  const step = state.at === 'working' ? stepOf(state.work) : null;
  return (
    <>
      <a className="skip" href="#inhoud">
        {say('app.skip')}
      </a>
      <header className="bar">
        <Brand />
        <LanguageChoice languages={languages} onLanguage={onLanguage} />
        {step === null || step === 'declined' ? null : <StepBar current={step} steps={stepsOf(workflow.site)} />}
      </header>
      {isWithoutEhr(workflow.site) ? <WithoutEhr /> : null}
      {patient === null || isWithoutEhr(workflow.site) ? null : (
        <PatientBanner patient={patient.record} age={patient.age} />
      )}
      <EndsSoon soon={state.at === 'working' && state.work.endsSoon} />
      <main id="inhoud" tabIndex={-1}>
        {children}
      </main>
      <Versions workflow={workflow} />
    </>
  );
}

/** The language of the screens: what the patient gets stays Dutch. Each is named in its own words. */
function LanguageChoice({ languages, onLanguage }: Pick<FrameProps, 'languages' | 'onLanguage'>) {
  const { locale, say } = useLanguage();
  const [failed, setFailed] = useState(false);
  const choose = async (language: Locale): Promise<void> => {
    try {
      await loadLanguage(language);
      onLanguage(language);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const others = languages.filter((language) => language !== locale);
  return (
    <>
      {others.map((language) => (
        <button
          key={language}
          type="button"
          className="link language"
          lang={language}
          onClick={() => void choose(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
      {failed ? <span role="status">{say('app.language.failed')}</span> : null}
    </>
  );
}

/** Where there is no chart nothing is read from it, and nothing is done once it is saved. */
function stepsOf(site: Site): readonly BarStep[] {
  return isWithoutEhr(site) ? STEPS.filter((step) => step !== 'evidence' && step !== 'finish') : STEPS;
}

/** On every screen: nothing goes to a chart, and nothing is kept. */
function WithoutEhr() {
  const { say } = useLanguage();
  return (
    <section className="patient" aria-label={say('withoutEhr.label')}>
      <div className="patient-in">
        <strong>{say('withoutEhr.label')}</strong>
        <span>{say('withoutEhr.text')}</span>
      </div>
    </section>
  );
}

/** Said in time, so that who is still there can stay: any key or click will do (WCAG 2.2.1). */
function EndsSoon({ soon }: { readonly soon: boolean }) {
  const { say } = useLanguage();
  return (
    <div aria-live="assertive" className="ends-soon">
      {soon ? (
        <Notice tone="unclear">
          <p>
            <b>{say('app.endsSoon')}</b> {say('app.endsSoon.do')}
          </p>
        </Notice>
      ) : null}
    </div>
  );
}

export function Brand() {
  const { say } = useLanguage();
  return (
    <div className="brand">
      <Icon name="route" />
      <span>{say('app.brand')}</span>
    </div>
  );
}

function patientOf(
  state: State,
  workflow: Workflow,
): { readonly record: PatientRecord; readonly age: number | null } | null {
  if (state.at === 'working') {
    const age = ageOf(state.work);
    return { record: state.work.chart.patient, age: 'age' in age ? age.age : null };
  }
  if (state.at === 'reading' || state.stop.patient === null) return null;
  const age = eligibilityOf(state.stop.patient, workflow.today());
  return { record: state.stop.patient, age: 'age' in age ? age.age : null };
}

/** Who vouches for the content is said from the approval alone, never from a build date (D20). */
function Versions({ workflow }: { readonly workflow: Workflow }) {
  const { say, day } = useLanguage();
  const { approval, versions } = workflow.site;
  return (
    <footer>
      {say('footer.versions', versions)} ·{' '}
      {approval === null ? (
        <b>{say('footer.trial')}</b>
      ) : (
        say('footer.approved', { name: approval.name, role: approval.role, date: day(approval.date) })
      )}
    </footer>
  );
}
