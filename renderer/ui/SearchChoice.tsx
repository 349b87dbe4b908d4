import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import field from './Field.module.css';
import { Icon } from './Icon.tsx';
import styles from './SearchChoice.module.css';

interface SearchChoiceProps {
  label: string;
  options: readonly { id: string; name: string }[];
  value: string;
  onChange: (value: string) => void;
  description?: string | undefined;
  testId?: string;
}

/** One of many: found by typing a part of its name. */
export function SearchChoice(props: SearchChoiceProps) {
  const { label, options, value, onChange, description, testId } = props;
  const { t } = useTranslation(['ui']);
  return (
    <ComboBox
      className={field.field ?? ''}
      defaultItems={options}
      value={value}
      onChange={(chosen) => chosen !== null && onChange(String(chosen))}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <div className={styles.box}>
        <Input className={field.input ?? ''} data-testid={testId} />
        <Button className={styles.open ?? ''}>
          <Icon name="down" />
        </Button>
      </div>
      {description && (
        <Text slot="description" className={field.description ?? ''}>
          {description}
        </Text>
      )}
      <Popover className={styles.popover ?? ''}>
        <ListBox
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.none}>{t('ui:noMatch')}</p>}
        >
          {(option: { id: string; name: string }) => (
            <ListBoxItem textValue={option.name} className={styles.option ?? ''}>
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
