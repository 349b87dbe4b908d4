import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './Tabs.module.css';

interface TabsProps {
  label: string;
  /** `note` stands after the name, such as a count. */
  tabs: readonly { id: string; name: string; note: string }[];
  chosen: string;
  onChoose: (id: string) => void;
  /** What belongs to the chosen one. */
  children: ReactNode;
}

/** Several of the same, one in sight. */
export function Tabs({ label, tabs, chosen, onChoose, children }: TabsProps) {
  return (
    <AriaTabs selectedKey={chosen} onSelectionChange={(id) => onChoose(String(id))}>
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map(({ id, name, note }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {name} <span className={styles.note}>{note}</span>
          </Tab>
        ))}
      </TabList>
      {/* Another tab is another panel: what a tab names must be there. */}
      <TabPanel key={chosen} id={chosen} className={styles.panel ?? ''}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
