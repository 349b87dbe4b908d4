import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedAction } from '../../../shared/desk/detail.ts';
import { Button } from '../../ui/Button.tsx';
import { keyOn } from '../../ui/keys.ts';
import type { Offered } from './actions.ts';

const variants: Record<OfferedAction, 'primary' | 'danger'> = {
  approve: 'primary',
  reject: 'danger',
  suspend: 'danger',
  reactivate: 'primary',
};

interface ActionButtonProps {
  offered: Offered;
  /** How many roles are selected, where it is about a selection. */
  count: number | undefined;
  /** The element that says what is against it. */
  noteId: string | undefined;
  isDisabled: boolean;
  onPress: () => void;
}

/** A button that decides; its name is the action alone, the key and the counts stand beside it. */
export function ActionButton(props: ActionButtonProps) {
  const { offered, count, noteId, isDisabled, onPress } = props;
  const { action, possible } = offered;
  const { t } = useTranslation(['deciding']);
  const id = useId();
  const describedBy = noteId ?? (count === undefined ? undefined : id);
  return (
    <>
      <Button
        variant={variants[action]}
        keys={keyOn(action)}
        aria-label={t(`deciding:name.${action}`)}
        {...(describedBy && { 'aria-describedby': describedBy })}
        isDisabled={isDisabled}
        onPress={onPress}
        data-testid={action}
      >
        {t(`deciding:visible.${action}`)}
      </Button>
      {count !== undefined && (
        <span id={id} hidden>
          {possible === undefined || possible === count
            ? t('deciding:describe.all', { count })
            : t('deciding:describe.some', { count, possible })}
        </span>
      )}
    </>
  );
}
