import { MenuItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { BandMenu } from '../../ui/BandMenu.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ownNames } from './languages.ts';
import { useLanguage } from './useLanguage.ts';

/** The language of the window, to change from anywhere. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation(['preferences']);
  const choose = useLanguage();
  const name = ownNames.find(({ id }) => id === i18n.language)?.name ?? '';
  return (
    <BandMenu
      name={name}
      label={t('preferences:languageMenu', { name })}
      aria-label={t('preferences:language.label')}
      items={ownNames}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[i18n.language]}
      onAction={(id) => choose(String(id))}
    >
      {({ id, name }) => (
        <MenuItem textValue={name}>
          <Icon name="check" />
          <span lang={id}>{name}</span>
        </MenuItem>
      )}
    </BandMenu>
  );
}
