import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import kbd from './Kbd.module.css';
import styles from './Keys.module.css';
import { pressesOf } from './keys.ts';

const isMac = navigator.userAgent.includes('Macintosh');

/** Keys as one reads them, in the words of the language: `Ctrl` `K`, or `G` and then `R`. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation(['ui']);
  const name = (key: string) => {
    switch (key) {
      case 'Mod':
        return t(isMac ? 'ui:key.command' : 'ui:key.control');
      case 'Shift':
        return t('ui:key.shift');
      case 'Space':
        return t('ui:key.space');
      case 'Escape':
        return t('ui:key.escape');
      case 'ArrowDown':
        return '↓';
      case 'ArrowUp':
        return '↑';
      case 'PageDown':
        return t('ui:key.pageDown');
      case 'PageUp':
        return t('ui:key.pageUp');
      case 'Home':
        return t('ui:key.home');
      case 'End':
        return t('ui:key.end');
      default:
        return key.toUpperCase();
    }
  };
  return (
    <span className={styles.keys}>
      {pressesOf(keys).map((held, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same keys come in the same order
        <Fragment key={at}>
          {held.map((key) => (
            <kbd key={key} className={`${kbd.key} ${styles.key}`}>
              {name(key)}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
