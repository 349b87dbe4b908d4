import { useTranslation } from 'react-i18next';
import { continuations } from '../../desk/pressing.ts';
import { Keys } from '../../ui/Keys.tsx';
import styles from './Waiting.module.css';

/** The keys that a sequence has begun with, and what the next one can lead to. */
export function Waiting({ begun }: { begun: string }) {
  const { t } = useTranslation(['commands']);
  return (
    <div role="status" className={styles.waiting}>
      <Keys keys={begun} />
      <ul className={styles.next}>
        {continuations(begun).map(({ command, key }) => (
          <li key={command}>
            <Keys keys={key} /> {t(`commands:name.${command}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
