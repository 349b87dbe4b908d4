import { useTranslation } from 'react-i18next';
import {
  allCommands,
  type CommandGroup,
  commands,
  commandsOf,
  firstKey,
} from '../../../shared/desk/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Keys.tsx';
import styles from './Help.module.css';

/** Every command that has a key, by what it is about. */
export function Help({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['commands', 'ui']);
  return (
    <Dialog
      title={t('commands:name.help')}
      width="wide"
      onClose={onClose}
      actions={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('ui:close')}
        </Button>
      }
    >
      <p className={styles.note}>{t('commands:help.note')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className={styles.groups} tabIndex={0}>
        {groups.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

const groups = [...new Set(allCommands.filter(firstKey).map((each) => commands[each].group))];

function Group({ group }: { group: CommandGroup }) {
  const { t } = useTranslation(['commands']);
  return (
    <section className={styles.group}>
      <h3>{t(`commands:group.${group}`)}</h3>
      <dl>
        {commandsOf(group)
          .filter(firstKey)
          .map((command) => (
            <div key={command} className={styles.line}>
              <dt>{t(`commands:name.${command}`)}</dt>
              <dd>
                {[...commands[command].keys, ...(commands[command].rowKeys ?? [])].map((keys) => (
                  <Keys key={keys} keys={keys} />
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
