import type { ReactNode } from 'react';
import { MenuItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../desk/useCommands.ts';
import { useTell } from '../../desk/useDesk.ts';
import { ButtonMenu } from '../../ui/ButtonMenu.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './ExportMenu.module.css';
import type { Look } from './look.ts';
import { Printing } from './Printing.tsx';
import { usePrinting } from './usePrinting.ts';

interface ExportMenuProps {
  look: Look;
  /** The current role, and all of it as it is printed. */
  role: { id: string; whole: ReactNode } | undefined;
}

/** What can be taken along of a queue: files and paper. */
export function ExportMenu({ look, role }: ExportMenuProps) {
  const { t } = useTranslation(['export']);
  const { mutate: start } = useTell('export:start');
  const printing = usePrinting();
  const exportView = () => start({ what: 'view', ...look });
  const exportLog = () => start({ what: 'log' });
  const printView = () => void printing.printView(look);
  useCommands('export', { exportView, print: printView });
  return (
    <>
      <ButtonMenu label={t('export:menu')} testId="export">
        <MenuItem onAction={exportView} textValue={t('export:viewCsv')} data-testid="export-view">
          <span className={styles.words}>{t('export:viewCsv')}</span>
          <Kbd keys="Ctrl+E" />
        </MenuItem>
        <MenuItem onAction={exportLog} data-testid="export-log">
          {t('export:logCsv')}
        </MenuItem>
        <MenuItem onAction={printView} textValue={t('export:printView')} data-testid="print-view">
          <span className={styles.words}>{t('export:printView')}</span>
          <Kbd keys="Ctrl+P" />
        </MenuItem>
        <MenuItem
          isDisabled={!role}
          onAction={() => role && void printing.printRole(role.id)}
          data-testid="print-role"
        >
          {t('export:printRole')}
        </MenuItem>
      </ButtonMenu>
      <Printing printing={printing} whole={role?.whole} />
    </>
  );
}
