import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedAction } from '../../../shared/desk/detail.ts';
import { type Reason, type ReasonedAction, reasons } from '../../../shared/domain/reasons.ts';
import { messageLimit } from '../../../shared/wire/decisions.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { lastReason, rememberReason } from './lastReason.ts';
import styles from './ReasonDialog.module.css';

interface ReasonDialogProps {
  action: OfferedAction & ReasonedAction;
  count: number;
  /** How many of the roles are the last to administer their body. */
  lastAdministrators: number;
  isPending: boolean;
  /** Why nothing was decided, in words. */
  failure: string | undefined;
  onConfirm: (draft: { reason: Reason; message?: string }) => void;
  onCancel: () => void;
}

/** Asks for the reason of a decision that needs one. It stays open until the desk has taken the decision. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { action, count, lastAdministrators, isPending, failure, onConfirm, onCancel } = props;
  const { t } = useTranslation(['deciding', 'codes', 'ui']);
  const [reason, setReason] = useState(() => lastReason(action));
  const [message, setMessage] = useState('');
  const [isMissing, setMissing] = useState(false);

  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (reason === undefined) {
      setMissing(true);
      return;
    }
    rememberReason(action, reason);
    const text = message.trim();
    onConfirm(text === '' ? { reason } : { reason, message: text });
  };
  const confirmByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm(event);
  };

  return (
    <Dialog title={t(`deciding:dialog.${action}`, { count })} onClose={onCancel}>
      <form className={styles.form} onSubmit={confirm} onKeyDown={confirmByKey} noValidate>
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
            setReason(chosen);
            setMissing(false);
          }}
          error={isMissing ? t('deciding:dialog.reasonMissing') : undefined}
          autoFocus
          testId="reason"
        />
        <TextField
          label={t('deciding:dialog.message')}
          description={t('deciding:dialog.messageHint')}
          value={message}
          onChange={setMessage}
          multiline
          maxLength={messageLimit}
          testId="message"
        />
        {failure && (
          <Notice tone="danger" announced>
            {failure}
          </Notice>
        )}
        <div className={styles.actions}>
          <Button onPress={onCancel} data-testid="cancel">
            {t('ui:cancel')}
          </Button>
          <Button type="submit" variant="danger" data-testid="confirm">
            {t(`deciding:dialog.confirm.${action}`, { count })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
