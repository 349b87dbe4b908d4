import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { type Entry, fits } from './entry.ts';
import styles from './Palette.module.css';

interface PaletteProps {
  entries: Entry[];
  onClose: () => void;
}

/** Finds whatever can be done by words, and does it on Enter. */
export function Palette({ entries, onClose }: PaletteProps) {
  const { t } = useTranslation(['commands']);
  const { contains } = useFilter({ sensitivity: 'base' });
  const run = (id: string) => {
    onClose();
    // The focus is led back to where it was first: what is run may lead it elsewhere.
    requestAnimationFrame(() => entries.find((entry) => entry.id === id)?.run());
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('commands:palette.label')} className={styles.dialog ?? ''}>
          <Autocomplete filter={(text, typed) => fits(text, typed, contains)}>
            <SearchField
              autoFocus
              aria-label={t('commands:palette.search')}
              className={styles.search ?? ''}
              onKeyDown={(event) => event.key === 'Escape' && onClose()}
            >
              <Icon name="search" />
              {/* The focus stays here and the list is scrolled with the arrows: a combobox, always open. */}
              <Input
                type="text"
                role="combobox"
                aria-expanded
                className={styles.input ?? ''}
                placeholder={t('commands:palette.search')}
              />
            </SearchField>
            <ListBox
              aria-label={t('commands:palette.label')}
              className={styles.list ?? ''}
              items={entries}
              onAction={(id) => run(String(id))}
              renderEmptyState={() => <p className={styles.none}>{t('commands:palette.none')}</p>}
            >
              {({ name, kind, keys }) => (
                <ListBoxItem textValue={`${name} ${kind}`} className={styles.entry ?? ''}>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.kind}>{kind}</span>
                  <span className={styles.keys}>{keys && <Keys keys={keys} />}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
