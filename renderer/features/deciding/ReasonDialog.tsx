import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Messages } from '../../../shared/desk/message.ts';
import { type Reason, type ReasonedAction, reasons } from '../../../shared/domain/reasons.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Audience } from './draft.ts';
import { rememberReason } from './lastReason.ts';
import styles from './ReasonDialog.module.css';
import { TextParts } from './TextParts.tsx';
import { useDraft } from './useDraft.ts';

interface ReasonDialogProps {
  action: ReasonedAction;
  count: number;
  audience: Audience;
  /** How many of the roles are the last to administer their body. */
  lastAdministrators: number;
  isPending: boolean;
  /** Why nothing was decided, in words. */
  failure: string | undefined;
  onConfirm: (draft: { reason: Reason; message?: string | Messages }) => void;
  onCancel: () => void;
}

/** Asks for the reason of a decision that needs one. It stays open until the desk has taken the decision. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { action, count, audience, lastAdministrators, isPending, failure } = props;
  const { t } = useTranslation(['deciding', 'codes', 'ui']);
  const draft = useDraft(action, audience);
  const [isMissing, setMissing] = useState(false);
  const { reason } = draft;

  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (reason === undefined) {
      setMissing(true);
      return;
    }
    rememberReason(action, reason);
    const message = draft.message();
    props.onConfirm(message === undefined ? { reason } : { reason, message });
  };
  const confirmByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm(event);
  };

  return (
    <Dialog
      title={t(`deciding:dialog.${action}`, { count })}
      onClose={props.onCancel}
      width="wide"
      actions={
        <>
          <Button onPress={props.onCancel} data-testid="cancel">
            {t('ui:cancel')}
          </Button>
          <Button type="submit" form="reason-form" variant="danger" data-testid="confirm">
            {t(`deciding:dialog.confirm.${action}`, { count })}
          </Button>
        </>
      }
    >
      <form
        id="reason-form"
        className={styles.form}
        onSubmit={confirm}
        onKeyDown={confirmByKey}
        noValidate
      >
        {lastAdministrators > 0 && (
          <Notice tone="warning">
            {t('deciding:dialog.lastAdministrators', { count: lastAdministrators })}
          </Notice>
        )}
        <Choice
          label={t('deciding:dialog.reason')}
          placeholder={t('deciding:dialog.choose')}
          options={reasons[action].map((code) => ({ id: code, name: t(`codes:reason.${code}`) }))}
          value={reason}
          onChange={(chosen: Reason) => {
            draft.setReason(chosen);
            setMissing(false);
          }}
          error={isMissing ? t('deciding:dialog.reasonMissing') : undefined}
          numbered
          autoFocus
          testId="reason"
        />
        <TextParts draft={draft} />
        {failure && (
          <Notice tone="danger" announced>
            {failure}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
