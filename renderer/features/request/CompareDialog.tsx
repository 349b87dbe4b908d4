import { useTranslation } from 'react-i18next';
import type { DuplicateCandidate, RoleDetail } from '../../../shared/desk/detail.ts';
import { leadBack } from '../../desk/leadBack.ts';
import { useAct } from '../../desk/useAct.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ComparedTable } from './ComparedTable.tsx';

interface CompareDialogProps {
  detail: RoleDetail;
  /** The existing operator to compare with. */
  bodyId: string;
  admin: boolean | undefined;
  onClose: () => void;
}

/** A new operator beside one that it is probably the same as, and the way to attach the role to that one (rule 6). */
export function CompareDialog({ detail, bodyId, admin, onClose }: CompareDialogProps) {
  const { t } = useTranslation(['request', 'ui', 'codes']);
  const words = useWords();
  const { role, actions } = detail;
  const { data, error } = useAsk('roles:duplicates', { roleId: role.id });
  const candidate = data?.find((each) => each.bodyId === bodyId);
  const { act, isPending, failure } = useAct(() => {
    onClose();
    leadBack();
  });
  const approve = actions.find(({ action }) => action === 'approve');
  const objection = approve?.objection ?? candidate?.objection;
  const attach = (target: DuplicateCandidate) =>
    act({
      action: 'approve',
      roles: [{ roleId: role.id, revision: role.revision }],
      target: { bodyId, name: target.name },
      ...(admin === undefined ? {} : { admin }),
    });
  return (
    <Dialog
      title={t('request:compare.title')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui:close')}</Button>
          {candidate && approve && (
            <Button
              variant="primary"
              isDisabled={objection !== undefined || isPending}
              onPress={() => void attach(candidate)}
              data-testid="attach"
            >
              {t('request:compare.attach')}
            </Button>
          )}
        </>
      }
    >
      {error && <Notice tone="danger">{t(`codes:problem.${error.code}`)}</Notice>}
      {data && !candidate && <p>{t('request:compare.gone')}</p>}
      {candidate && (
        <>
          <p>{t('request:compare.why', { why: words.likeness(candidate.why) })}</p>
          <ComparedTable body={detail.body} candidate={candidate} />
          {approve && objection === undefined && <p>{t('request:compare.consequence')}</p>}
        </>
      )}
      {objection && (
        <Notice tone="warning">
          {t('request:compare.objected', { why: words.refusal(objection) })}
        </Notice>
      )}
      {failure && (
        <Notice tone="danger" announced>
          {failure}
        </Notice>
      )}
    </Dialog>
  );
}
