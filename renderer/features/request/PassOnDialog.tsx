import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleDetail, Taker } from '../../../shared/desk/detail.ts';
import { leadBack } from '../../desk/leadBack.ts';
import { useAct } from '../../desk/useAct.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PickList } from '../../ui/PickList.tsx';

interface PassOnDialogProps extends Pick<RoleDetail, 'role'> {
  onClose: () => void;
}

/** Asks to which authority a request is passed on; the probable one is chosen already. */
export function PassOnDialog({ role, onClose }: PassOnDialogProps) {
  const { t } = useTranslation(['request', 'ui', 'codes']);
  const words = useWords();
  const { data, error } = useAsk('roles:takers', { roleId: role.id }, { keepPrevious: true });
  const [chosenId, setChosenId] = useState<string>();
  const takers = data?.takers ?? [];
  const chosen =
    takers.find(({ bodyId }) => bodyId === chosenId) ?? takers.find((each) => each.isProbable);
  const { act, isPending, failure } = useAct(() => {
    onClose();
    leadBack();
  });
  const passOn = ({ bodyId, name }: Taker) =>
    act({
      action: 'reassign',
      roles: [{ roleId: role.id, revision: role.revision }],
      target: { bodyId, name },
    });
  const problem = error ? t(`codes:problem.${error.code}`) : failure;
  return (
    <Dialog
      title={t('request:passOn.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} data-testid="cancel">
            {t('ui:cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={chosen === undefined || isPending}
            onPress={() => chosen && void passOn(chosen)}
            data-testid="confirm"
          >
            {t('request:passOn.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('request:passOn.text')}</p>
      {data && (
        <PickList
          label={t('request:passOn.to')}
          options={takers.map(({ bodyId, name, kind, city, region, isProbable }) => ({
            ...{ id: bodyId, name, tag: isProbable ? t('request:passOn.probable') : undefined },
            more: [words.function(kind), region ?? city].join(' · '),
          }))}
          value={chosen?.bodyId}
          onChange={setChosenId}
          empty={t('request:passOn.nobody')}
        />
      )}
      {data && !data.isComplete && <Notice tone="info">{t('request:passOn.offline')}</Notice>}
      {problem && (
        <Notice tone="danger" announced>
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
