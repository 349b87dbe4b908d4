import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import band from '../../ui/BandMenu.module.css';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Places.module.css';

interface ViewMenuProps {
  name: string;
  isDefault: boolean;
  /** Undefined where there is nothing to update. */
  onUpdate: (() => void) | undefined;
  onDefault: (isDefault: boolean) => void;
  onRename: () => void;
  onDelete: () => void;
}

/** What can be done with a saved view. */
export function ViewMenu(props: ViewMenuProps) {
  const { name, isDefault, onUpdate, onDefault, onRename, onDelete } = props;
  const { t } = useTranslation(['places']);
  return (
    <MenuTrigger>
      <Button className={styles.more ?? ''} aria-label={t('places:view.actions', { name })}>
        <Icon name="more" />
      </Button>
      <Popover placement="bottom end" className={band.popover ?? ''}>
        <Menu className={band.menu ?? ''}>
          {onUpdate && <MenuItem onAction={onUpdate}>{t('places:view.update')}</MenuItem>}
          <MenuItem onAction={() => onDefault(!isDefault)}>
            {isDefault ? t('places:view.notDefault') : t('places:view.default')}
          </MenuItem>
          <MenuItem onAction={onRename}>{t('places:view.rename')}</MenuItem>
          <MenuItem onAction={onDelete}>{t('places:view.delete')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
