import { useId, type ReactNode } from 'react';

interface ChoiceCardProps {
  /** Radios of one name are one choice. */
  readonly group: string;
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
  /** Id of the input, where an error summary leads to it. */
  readonly id?: string;
}

/** One of several answers. The whole card is the target; what stands under the label describes it. */
export function ChoiceCard({ group, label, checked, onChoose, children, id }: ChoiceCardProps) {
  const own = useId();
  const inputId = id ?? own;
  return (
    <label className="choice" htmlFor={inputId}>
      <input
        id={inputId}
        type="radio"
        name={group}
        checked={checked}
        aria-labelledby={`${own}-label`}
        aria-describedby={children ? `${own}-about` : undefined}
        onChange={onChoose}
      />
      <span>
        <b id={`${own}-label`}>{label}</b>
        {children ? (
          <span className="choice-about" id={`${own}-about`}>
            {children}
          </span>
        ) : null}
      </span>
    </label>
  );
}
