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
  testId,
  ...rest
}: TextFieldProps) {
  const Box = multiline ? TextArea : Input;
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Box className={styles.input ?? ''} data-testid={testId} />
      {description && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
