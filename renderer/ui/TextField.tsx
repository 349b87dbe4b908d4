import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';
import styles from './Field.module.css';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  multiline?: boolean;
  description?: string | undefined;
  error?: string | undefined;
  /** How many lines of it are in sight, where there are several. */
  rows?: number;
  /** The language of what is written in it. */
  lang?: string;
  maxLength?: number;
  autoFocus?: boolean;
  testId?: string;
}

/** A line or some lines of text with a label. */
export function TextField({
  label,
  description,
  error,
  multiline,
  rows,
  lang,
  testId,
  ...rest
}: TextFieldProps) {
  const box = { className: styles.input ?? '', lang, 'data-testid': testId };
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      {multiline ? <TextArea {...box} rows={rows} /> : <Input {...box} />}
      {description && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
