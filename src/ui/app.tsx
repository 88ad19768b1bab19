import { useEffect, useState } from 'react';
import { fileNameOf } from '../domain/document.ts';
import type { Locale } from '../locales/messages.ts';
import { hasUnsavedBooklet, type State } from '../workflow/state.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { useBlobUrl } from './components/blob-url.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { Language } from './components/language.tsx';
import { Frame } from './screens/frame.tsx';
import { CrashScreen } from './screens/crash.tsx';
import { ReadingScreen } from './screens/reading.tsx';
import { StoppedScreen } from './screens/stopped.tsx';
import { WorkScreen } from './screens/work-screen.tsx';
import { useStepHistory } from './use-step-history.ts';
import { GoBackContext, useWorkflow } from './use-workflow.ts';

export interface AppProps {
  readonly workflow: Workflow;
  /** Languages of the screens; the first is spoken at the start. */
  readonly languages: readonly Locale[];
  /** The app stands in a frame of the EHR. */
  readonly framed: boolean;
}

/** The whole app on screen: which screen for which state of the workflow. */
export function App({ workflow, languages, framed }: AppProps) {
  const [locale, setLocale] = useState<Locale>(languages[0] ?? 'nl');
  const state = useWorkflow(workflow);
  useStepHistory(workflow, state);
  useLeaveWarning(hasUnsavedBooklet(state));
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <Language locale={locale}>
      <GoBackContext value={goBack}>
        <ErrorBoundary fallback={<CrashScreen helpDesk={workflow.site.helpDesk} />}>
          <Frame workflow={workflow} state={state} languages={languages} onLanguage={setLocale}>
            <Screen workflow={workflow} state={state} framed={framed} />
          </Frame>
        </ErrorBoundary>
      </GoBackContext>
    </Language>
  );
}

const goBack = (): void => {
  window.history.back();
};

function Screen({ workflow, state, framed }: Omit<AppProps, 'languages'> & { readonly state: State }) {
  const booklet = state.at === 'working' ? state.work.booklet : null;
  const large = state.at === 'working' && state.work.edition.letters === 'large';
  const url = useBlobUrl(booklet?.kind === 'made' ? booklet.bytes : null);
  const file =
    url === null ? null : { url, fileName: fileNameOf(workflow.today(), large ? 'large' : 'booklet'), framed };
  switch (state.at) {
    case 'reading':
      return <ReadingScreen pending={state.pending} />;
    case 'stopped':
      return <StoppedScreen stop={state.stop} workflow={workflow} />;
    case 'working':
      return <WorkScreen work={state.work} workflow={workflow} file={file} />;
  }
}

/** The browser asks before a booklet that exists only here is lost. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [unsaved]);
}
