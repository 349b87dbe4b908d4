import type { SeenRole } from '../../../shared/desk/selection.ts';
import { useAct } from '../../desk/useAct.ts';
import type { Audience } from './draft.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

interface RevokeDialogProps {
  role: SeenRole;
  audience: Audience;
  /** Whether the body then has no administrator (rule 5). */
  isLastAdministrator: boolean;
  onClose: () => void;
}

/** Takes the administration of the body from somebody, for a reason. */
export function RevokeDialog({ role, audience, isLastAdministrator, onClose }: RevokeDialogProps) {
  const { act, isPending, failure } = useAct(onClose);
  return (
    <ReasonDialog
      action="revoke_admin"
      count={1}
      audience={audience}
      lastAdministrators={isLastAdministrator ? 1 : 0}
      isPending={isPending}
      failure={failure}
      onConfirm={(draft) => void act({ action: 'revoke_admin', roles: [role], ...draft })}
      onCancel={onClose}
    />
  );
}
