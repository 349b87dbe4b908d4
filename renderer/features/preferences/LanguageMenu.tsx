import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import styles from './LanguageMenu.module.css';
import { ownNames } from './languages.ts';
import { useLanguage } from './useLanguage.ts';

/** The language of the window, to change from anywhere. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation(['preferences']);
  const choose = useLanguage();
  const current = ownNames.find(({ id }) => id === i18n.language);
  return (
    <MenuTrigger>
      <Button
        className={styles.open ?? ''}
        aria-label={t('preferences:languageMenu', { name: current?.name ?? '' })}
      >
        {current?.name}
      </Button>
      <Popover placement="bottom end" className={styles.popover ?? ''}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={t('preferences:language.label')}
          items={ownNames}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[i18n.language]}
          onAction={(id) => choose(String(id))}
        >
          {({ id, name }) => (
            <MenuItem className={styles.item ?? ''} textValue={name}>
              <Icon name="check" />
              <span lang={id}>{name}</span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
