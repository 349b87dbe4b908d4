import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedAction } from '../../../shared/desk/detail.ts';
import type { SeenRole } from '../../../shared/desk/selection.ts';
import { needsReason } from '../../../shared/domain/reasons.ts';
import { useCommands } from '../../desk/useCommands.ts';
import { useWords } from '../../i18n/useWords.ts';
import { useDelayed } from '../../ui/useDelayed.ts';
import { ActionButton } from './ActionButton.tsx';
import { isPossible, type Offered } from './actions.ts';
import styles from './DecisionActions.module.css';
import type { Audience } from './draft.ts';
import type { Substance } from './outcome.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { Deciding } from './useDeciding.ts';

interface DecisionActionsProps {
  /** What is decided on, with the revisions that the reviewer saw. */
  roles: SeenRole[];
  offered: Offered[];
  audience: Audience;
  /** How many of them suspending would leave a body without an administrator (rule 5). */
  lastAdministrators: number;
  /** `detail`: at the foot of a request; `bar`: over the queue, for a selection. */
  place: 'detail' | 'bar';
  deciding: Deciding;
  /** Whether an approved person is to administer the body; unset: as it usually is (rule 5). */
  admin?: boolean | undefined;
  /** What can be done beside deciding, on the same line. */
  beside?: ReactNode;
}

/** The buttons that decide, with their keys: the one set of them that is in sight. */
export function DecisionActions(props: DecisionActionsProps) {
  const { roles, offered, audience, lastAdministrators, place, deciding, admin, beside } = props;
  const { t } = useTranslation(['deciding', 'codes']);
  const words = useWords();
  const id = useId();
  const [asking, setAsking] = useState<OfferedAction>();
  const { problem } = deciding;
  const isOfDisk = problem === 'disk_full' || problem === 'disk_failing';
  const failure = problem && t(isOfDisk ? `codes:problem.${problem}` : 'deciding:failed');
  const isBusy = deciding.isBusy(roles);
  const slow = useDelayed(isBusy);
  const count = roles.length;
  // Whoever presses again while it is under way means the same decision.
  const decide = async (substance: Substance) =>
    !isBusy && (await deciding.decide(substance, roles));
  // What was decided before this dialog opened does not close it, whenever the desk answers.
  const confirm = async (substance: Substance) => {
    if (await decide(substance)) setAsking(undefined);
  };
  const press = (action: OfferedAction) =>
    needsReason(action)
      ? setAsking(action)
      : void decide({ action, ...(action === 'approve' && admin !== undefined ? { admin } : {}) });
  const byKey = (action: OfferedAction) => {
    const open = offered.some((each) => each.action === action && isPossible(each));
    return open && count > 0 ? () => press(action) : undefined;
  };
  useCommands('deciding', {
    approve: byKey('approve'),
    reject: byKey('reject'),
    suspend: byKey('suspend'),
    reactivate: byKey('reactivate'),
  });

  const notes = offered.flatMap(({ action, objection }) =>
    objection
      ? [{ action, words: t(`deciding:objected.${action}`, { why: words.refusal(objection) }) }]
      : [],
  );
  return (
    <div className={`${styles.deciding} ${styles[place]}`}>
      {place === 'detail' &&
        notes.map((note) => (
          <p key={note.action} id={`${id}-${note.action}`} className={styles.note}>
            {note.words}
          </p>
        ))}
      {failure && !asking && (
        <p role="alert" className={styles.failed}>
          {failure}
        </p>
      )}
      {slow && (
        <p role="status" className={styles.note}>
          {t('deciding:progress', { count })}
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one fills in */}
      <div role="group" aria-label={t('deciding:label')} className={styles.buttons}>
        {offered.map((each) => (
          <ActionButton
            key={each.action}
            offered={each}
            count={place === 'bar' ? count : undefined}
            noteId={each.objection && place === 'detail' ? `${id}-${each.action}` : undefined}
            isDisabled={!isPossible(each) || count === 0}
            onPress={() => press(each.action)}
          />
        ))}
        {beside}
      </div>
      {asking && needsReason(asking) && (
        <ReasonDialog
          action={asking}
          count={count}
          audience={audience}
          lastAdministrators={asking === 'suspend' ? lastAdministrators : 0}
          isPending={isBusy}
          failure={failure}
          onConfirm={(draft) => void confirm({ action: asking, ...draft })}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
