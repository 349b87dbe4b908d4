import { useEffect, useEffectEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../../shared/wire/me.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useWords } from '../../i18n/useWords.ts';
import styles from './WorkAs.module.css';

interface WorkAsProps {
  /** The body of the position that one works as; none: as all that one is. */
  value: string | undefined;
  onChange: (bodyId: string | undefined) => void;
}

/** As which of several positions a person works: what is listed and counted is what that one sees (rule 12). */
export function WorkAs({ value, onChange }: WorkAsProps) {
  const { t } = useTranslation(['queue']);
  const id = useId();
  const words = useWords();
  const positions = useAsk('desk:state', undefined).data?.me?.scopes;
  const isLost = value !== undefined && positions !== undefined && !positions.some(isAt(value));
  const onLost = useEffectEvent(() => onChange(undefined));
  useEffect(() => {
    if (isLost) onLost();
  }, [isLost]);
  if (!positions || positions.length < 2) return null;
  return (
    <span className={styles.chip} data-set={value !== undefined || undefined}>
      <label htmlFor={id}>{t('queue:workAs.label')}</label>
      <select
        id={id}
        className={styles.choice}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        data-testid="work-as"
      >
        <option value="">{t('queue:workAs.all', { count: positions.length })}</option>
        {positions.map(({ bodyId, name, kind }) => (
          <option key={bodyId} value={bodyId}>
            {t('queue:workAs.position', { name, kind: words.function(kind) })}
          </option>
        ))}
      </select>
    </span>
  );
}

function isAt(bodyId: string): (position: Scope) => boolean {
  return (position) => position.bodyId === bodyId;
}
