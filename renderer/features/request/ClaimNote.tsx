import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { useClaim } from '../../desk/useClaim.ts';
import { useCommands } from '../../desk/useCommands.ts';
import { useAsk, useTell } from '../../desk/useDesk.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { keyOn } from '../../ui/keys.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Says to colleagues that one is on the role, or no longer; shows who is on it, and until when. */
export function ClaimNote({ detail: { role, canClaim } }: { detail: RoleDetail }) {
  const { t } = useTranslation(['request', 'codes']);
  const { time } = useFormat();
  const claim = useClaim(role);
  const me = useAsk('desk:state', undefined).data?.me;
  const claiming = useTell('roles:claim');
  const releasing = useTell('roles:release');
  const isMine = claim !== undefined && claim.personId === me?.person.id;
  const tell = isMine ? releasing : claiming;
  const isPending = claiming.isPending || releasing.isPending;
  const isOpen = isMine || (canClaim && claim === undefined);
  const press = () => tell.mutate({ roleId: role.id });
  useCommands('claiming', { claim: isOpen && !isPending ? press : undefined });
  const { error } = tell;
  const button = isOpen && (
    <Button
      variant="link"
      keys={keyOn('claim')}
      isDisabled={isPending}
      onPress={press}
      data-testid="claim"
    >
      {isMine ? t('request:claim.release') : t('request:claim.claim')}
    </Button>
  );
  return (
    <>
      {claim ? (
        <Notice
          tone="info"
          title={
            isMine
              ? t('request:claim.mine', { time: time(claim.until) })
              : t('request:claim.title', { name: claim.name, time: time(claim.until) })
          }
        >
          {isMine ? button : t('request:claim.text')}
        </Notice>
      ) : (
        button
      )}
      {error && (
        <Notice tone="danger" announced>
          {error.code === 'offline' ? t('request:claim.offline') : t(`codes:problem.${error.code}`)}
        </Notice>
      )}
    </>
  );
}
