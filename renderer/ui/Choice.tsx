import { type KeyboardEvent, useId } from 'react';
import styles from './Choice.module.css';
import field from './Field.module.css';

interface ChoiceProps<T extends string> {
  label: string;
  /** What can be chosen; `id` is the value of the option. */
  options: readonly { id: T; name: string }[];
  /** Undefined: nothing chosen yet; `placeholder` asks for it. */
  value: T | undefined;
  onChange: (value: T) => void;
  placeholder?: string;
  description?: string | undefined;
  error?: string | undefined;
  /** Each option says its number, whose key chooses it; letters choose as in any list. */
  numbered?: boolean;
  autoFocus?: boolean;
  testId?: string;
}

/** One of a few: the system's own list, which every keyboard and screen reader knows. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, options, value, onChange, placeholder, description, error, numbered } = props;
  const id = useId();
  const notes = [description && `${id}-description`, error && `${id}-error`].filter(Boolean);
  const choose = (chosen: string) => {
    const option = options.find((each) => each.id === chosen);
    if (option) onChange(option.id);
  };
  const chooseByNumber = (event: KeyboardEvent) => {
    const option = options[Number(event.key) - 1];
    if (option && !event.ctrlKey && !event.altKey && !event.metaKey) choose(option.id);
  };
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={`${field.input} ${styles.select}`}
        value={value ?? ''}
        onChange={(event) => choose(event.target.value)}
        onKeyDown={numbered ? chooseByNumber : undefined}
        aria-invalid={error !== undefined}
        aria-describedby={notes.join(' ') || undefined}
        // biome-ignore lint/a11y/noAutofocus: the first field of a dialog that the person just opened
        autoFocus={props.autoFocus}
        data-testid={props.testId}
      >
        {value === undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option, at) => (
          <option key={option.id} value={option.id}>
            {numbered ? `${option.name} · ${at + 1}` : option.name}
          </option>
        ))}
      </select>
      {description && (
        <span id={`${id}-description`} className={field.description}>
          {description}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className={field.error}>
          {error}
        </span>
      )}
    </div>
  );
}
