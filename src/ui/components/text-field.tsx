import type { ReactNode } from 'react';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly type?: 'text' | 'tel' | 'search';
  readonly inputMode?: 'numeric' | 'text';
  readonly className?: string;
  /** What is said of the value below it: the echo of a date. */
  readonly echo?: string | null;
}

/** A typed value with its label, hint and, when something is wrong, a sentence that says what. */
export function TextField(props: TextFieldProps) {
  const { id, label, value, onType, type = 'text' } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Beside id={`${id}-hint`} className="hint" text={props.hint} />
      <input
        id={id}
        type={type}
        value={value}
        autoComplete="off"
        className={props.className}
        inputMode={props.inputMode}
        aria-invalid={Boolean(props.error)}
        aria-describedby={describedBy(props)}
        onChange={(event) => {
          onType(event.target.value);
        }}
      />
      <Beside id={`${id}-error`} className="error-text" text={props.error} />
      <Beside id={`${id}-echo`} className="echo" text={props.echo} />
    </div>
  );
}

function Beside({
  id,
  className,
  text,
}: {
  readonly id: string;
  readonly className: string;
  readonly text: ReactNode;
}) {
  return text ? (
    <span className={className} id={id}>
      {text}
    </span>
  ) : null;
}

function describedBy({ id, hint, error, echo }: TextFieldProps): string | undefined {
  const parts = { hint, error, echo };
  const ids = Object.entries(parts).flatMap(([part, text]) => (text ? [`${id}-${part}`] : []));
  return ids.length > 0 ? ids.join(' ') : undefined;
}
