import { useId } from 'react';
import { useLanguage } from './language.tsx';

interface SwitchFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off, said in a word too. */
export function SwitchField({ label, hint, checked, onChange }: SwitchFieldProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="switch">
      <label className="switch-row" htmlFor={id}>
        <span className="switch-box">
          <input
            id={id}
            type="checkbox"
            role="switch"
            aria-checked={checked}
            aria-describedby={`${id}-hint`}
            checked={checked}
            onChange={(event) => {
              onChange(event.target.checked);
            }}
          />
          <span className="switch-word" aria-hidden="true">
            {say(checked ? 'switch.on' : 'switch.off')}
          </span>
        </span>
        <span>{label}</span>
      </label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
    </div>
  );
}
