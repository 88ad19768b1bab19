import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type AppProps } from './app.tsx';

// React would print a caught error to the console, and an error can hold words of the record (F46).
const unsaid = (): void => undefined;

/** Draws the app into the page and starts reading the chart; gives the way to take it off the page again. */
export function mountApp(element: HTMLElement, props: AppProps): () => void {
  const root = createRoot(element, { onCaughtError: unsaid, onUncaughtError: unsaid, onRecoverableError: unsaid });
  root.render(
    <StrictMode>
      <App {...props} />
    </StrictMode>,
  );
  props.workflow.send({ kind: 'started' });
  return () => {
    root.unmount();
  };
}
