import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../shared/desk/outbox.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Outbox.module.css';

/** How many decisions wait for the person, and the way to them. */
export function ForYou({ entries, onShow }: { entries: OutboxEntry[]; onShow: () => void }) {
  const { t } = useTranslation(['outbox']);
  if (entries.length === 0) return null;
  const conflicts = entries.filter(({ state }) => state === 'conflict').length;
  const refused = entries.length - conflicts;
  return (
    <section className={styles.group} aria-labelledby="outbox-for-you">
      <h2 id="outbox-for-you">{t('outbox:forYou.title', { count: entries.length })}</h2>
      <div className={styles.forYou} data-testid="for-you">
        <div>
          {conflicts > 0 && <p>{t('outbox:meets', { count: conflicts })}</p>}
          {refused > 0 && <p>{t('outbox:wasRefused', { count: refused })}</p>}
        </div>
        <Button onPress={onShow}>{t('outbox:forYou.show')}</Button>
      </div>
    </section>
  );
}
