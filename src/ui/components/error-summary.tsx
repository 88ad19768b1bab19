import { useEffect, useRef, type MouseEvent } from 'react';
import { Icon } from './icon.tsx';
import { useLanguage } from './language.tsx';

export interface FieldError {
  /** Id of the input that it is about. */
  readonly field: string;
  readonly text: string;
}

/** What to look at again, each with a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const { say } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  // A fragment in the address would be one more step in the browser's history.
  const goTo = (event: MouseEvent, field: string): void => {
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return (
    <div className="notice t-error" role="alert" tabIndex={-1} ref={box}>
      <Icon name="error" />
      <h2>{errors.length === 1 ? say('errors.one') : say('errors.many', { count: errors.length })}</h2>
      <ul className="plain">
        {errors.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                goTo(event, field);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
