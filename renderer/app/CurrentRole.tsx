import { useState } from 'react';
import type { RoleDetail } from '../../shared/desk/detail.ts';
import { useAsk } from '../desk/useDesk.ts';
import { DecisionActions } from '../features/deciding/DecisionActions.tsx';
import type { Audience } from '../features/deciding/draft.ts';
import { RevokeDialog } from '../features/deciding/RevokeDialog.tsx';
import type { Deciding } from '../features/deciding/useDeciding.ts';
import { ClaimNote } from '../features/request/ClaimNote.tsx';
import { Contact } from '../features/request/Contact.tsx';
import { MoreActions } from '../features/request/MoreActions.tsx';
import { Request } from '../features/request/Request.tsx';

/** The current role whole, with what can be decided on it and done about it. */
export function CurrentRole({ roleId, deciding }: { roleId: string; deciding: Deciding }) {
  const detail = useAsk('roles:detail', { roleId }).data;
  const [wish, setWish] = useState<{ roleId: string; admin: boolean }>();
  const [revokedId, setRevokedId] = useState<string>();
  const admin = wish?.roleId === roleId ? wish.admin : undefined;
  const seen = detail && { roleId, revision: detail.role.revision };
  return (
    <>
      <Request
        roleId={roleId}
        doings={
          detail && (
            <>
              <ClaimNote detail={detail} />
              <Contact roleId={roleId} />
            </>
          )
        }
        admin={admin}
        onAdmin={(next) => setWish({ roleId, admin: next })}
        actions={
          seen && (
            <DecisionActions
              roles={[seen]}
              offered={detail.actions}
              audience={audienceOf(detail)}
              lastAdministrators={detail.isLastAdministrator ? 1 : 0}
              place="detail"
              admin={admin}
              beside={
                <MoreActions key={roleId} detail={detail} onRevoke={() => setRevokedId(roleId)} />
              }
              deciding={deciding}
            />
          )
        }
      />
      {seen && revokedId === roleId && (
        <RevokeDialog
          role={seen}
          audience={audienceOf(detail)}
          isLastAdministrator={detail.isLastAdministrator}
          onClose={() => setRevokedId(undefined)}
        />
      )}
    </>
  );
}

function audienceOf({ person, role, body }: RoleDetail): Audience {
  return {
    languages: [{ language: person.language, count: 1 }],
    role: { function: role.function, body: body.name },
  };
}
