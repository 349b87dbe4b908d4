import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decide } from '../../shared/desk/outbox.ts';
import { useWords } from '../i18n/useWords.ts';
import { useDecide } from './useDecide.ts';

/**
 * Decides from a dialog or a pane that stays until the desk has taken the decision. `failure` says in words why it did
 * not, or not on all roles.
 * @param onDone called once all of it is taken
 */
export function useAct(onDone: () => void) {
  const { t } = useTranslation(['codes']);
  const words = useWords();
  const { mutateAsync, isPending, error } = useDecide();
  const [refusal, setRefusal] = useState<string>();
  const act = async (decision: Decide) => {
    if (isPending) return;
    setRefusal(undefined);
    const answer = await mutateAsync(decision).catch(() => undefined);
    const refused = answer?.outcomes.find((each) => each.outcome === 'refused');
    if (refused?.outcome === 'refused') setRefusal(refused.code);
    else if (answer) onDone();
  };
  const failure = error
    ? t(`codes:problem.${error.code}`)
    : refusal === undefined
      ? undefined
      : words.refusal(refusal);
  return { act, isPending, failure };
}
