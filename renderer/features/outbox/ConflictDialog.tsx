import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { useTell } from '../../desk/useDesk.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './ConflictDialog.module.css';
import { Theirs, Yours } from './Sides.tsx';
import { Standing } from './Standing.tsx';

interface ConflictDialogProps {
  entry: OutboxEntry;
  onClose: () => void;
  /** Leads to the role, where one can decide otherwise. */
  onOpenRole: (roleId: string) => void;
}

/** A decision of this desk beside the one that stands, and the choice between them (rule 9). */
export function ConflictDialog({ entry, onClose, onOpenRole }: ConflictDialogProps) {
  const { t } = useTranslation(['outbox', 'codes']);
  const { mutate, isPending, error } = useTell('outbox:settle');
  const { id: decisionId, currentRevision: revision } = entry;
  const canDecideAnew = entry.canDecideAnew && revision !== undefined;
  const openRole = () => {
    onClose();
    onOpenRole(entry.roleId);
  };
  return (
    <Dialog
      title={t('outbox:conflict.title')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('outbox:conflict.later')}
          </Button>
          {entry.currentStatus && (
            <Button variant="quiet" onPress={openRole} data-testid="open-role">
              {t('outbox:openRole')}
            </Button>
          )}
          <Button
            variant={canDecideAnew ? 'secondary' : 'primary'}
            onPress={() => mutate({ keep: 'theirs', decisionId }, { onSuccess: onClose })}
            isDisabled={isPending}
            data-testid="keep-theirs"
          >
            {t('outbox:conflict.keepTheirs')}
          </Button>
          {canDecideAnew && (
            <Button
              variant="primary"
              onPress={() => mutate({ keep: 'mine', decisionId, revision }, { onSuccess: onClose })}
              isDisabled={isPending}
              data-testid="decide-anew"
            >
              {t('outbox:conflict.decideAnew', { action: t(`codes:action.${entry.action}`) })}
            </Button>
          )}
        </>
      }
    >
      <p>{t('outbox:conflict.intro', { person: entry.personName, body: entry.bodyName })}</p>
      <div className={styles.sides}>
        <Yours entry={entry} />
        <Theirs entry={entry} />
      </div>
      <p>
        <Standing entry={entry} />
      </p>
      {error && (
        <Notice tone="danger" announced>
          {t(`codes:problem.${error.code}`)}
        </Notice>
      )}
    </Dialog>
  );
}
