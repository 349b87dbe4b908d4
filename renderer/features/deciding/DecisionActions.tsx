import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedAction } from '../../../shared/desk/detail.ts';
import type { SeenRole } from '../../../shared/desk/selection.ts';
import { needsReason } from '../../../shared/domain/reasons.ts';
import { useWords } from '../../i18n/useWords.ts';
import { useDelayed } from '../../ui/useDelayed.ts';
import { ActionButton } from './ActionButton.tsx';
import { isPossible, type Offered } from './actions.ts';
import styles from './DecisionActions.module.css';
import type { Audience } from './draft.ts';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import type { Decided } from './outcome.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useDeciding } from './useDeciding.ts';

interface DecisionActionsProps {
  /** What is decided on, with the revisions that the reviewer saw. */
  roles: SeenRole[];
  offered: Offered[];
  audience: Audience;
  /** How many of them suspending would leave a body without an administrator (rule 5). */
  lastAdministrators: number;
  /** `detail`: at the foot of a request; `bar`: over the queue, for a selection. */
  place: 'detail' | 'bar';
  /** Called once the desk has taken the decisions; those refused come with their codes. */
  onDecided: (decided: Decided) => void;
}

/** The buttons that decide, with their keys: the one set of them that is in sight. */
export function DecisionActions(props: DecisionActionsProps) {
  const { roles, offered, audience, lastAdministrators, place, onDecided } = props;
  const { t } = useTranslation(['deciding', 'codes']);
  const words = useWords();
  const id = useId();
  const [asking, setAsking] = useState<OfferedAction>();
  const deciding = useDeciding(roles, (decided) => {
    setAsking(undefined);
    onDecided(decided);
  });
  const { problem } = deciding;
  const isOfDisk = problem === 'disk_full' || problem === 'disk_failing';
  const failure = problem && t(isOfDisk ? `codes:problem.${problem}` : 'deciding:failed');
  const slow = useDelayed(deciding.isPending);
  const count = roles.length;
  const press = (action: OfferedAction) =>
    needsReason(action) ? setAsking(action) : void deciding.decide({ action });

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
            isBusy={deciding.isPending}
            onPress={() => press(each.action)}
          />
        ))}
      </div>
      {asking && needsReason(asking) && (
        <ReasonDialog
          action={asking}
          count={count}
          audience={audience}
          lastAdministrators={asking === 'suspend' ? lastAdministrators : 0}
          isPending={deciding.isPending}
          failure={failure}
          onConfirm={(draft) => void deciding.decide({ action: asking, ...draft })}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {deciding.outcome && (
        <OutcomeDialog outcome={deciding.outcome} onClose={deciding.forgetOutcome} />
      )}
    </div>
  );
}
