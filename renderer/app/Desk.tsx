import { lazy, Suspense, useState } from 'react';
import type { AppInfo } from '../../shared/desk/state.ts';
import { useAsk } from '../desk/useDesk.ts';
import { AccountMenu } from '../features/account/AccountMenu.tsx';
import { SignInNotice } from '../features/account/SignInNotice.tsx';
import { ConnectionStatus } from '../features/connection/ConnectionStatus.tsx';
import { Trouble } from '../features/connection/Trouble.tsx';
import { Environment } from '../features/environment/Environment.tsx';
import { ExportStatus } from '../features/export/ExportStatus.tsx';
import { Conflicts } from '../features/outbox/Conflicts.tsx';
import { Outbox } from '../features/outbox/Outbox.tsx';
import { UndoLast } from '../features/outbox/UndoLast.tsx';
import { Unresolved } from '../features/outbox/Unresolved.tsx';
import { Places } from '../features/places/Places.tsx';
import { isQueue, type Place } from '../features/places/place.ts';
import { LanguageMenu } from '../features/preferences/LanguageMenu.tsx';
import { Preferences } from '../features/preferences/Preferences.tsx';
import { Mishap } from '../features/store/Mishap.tsx';
import { QueueScreen } from './QueueScreen.tsx';
import styles from './Shell.module.css';
import { useOpenedRole } from './useOpenedRole.ts';
import { useTriage } from './useTriage.ts';

/** Pictures and what draws them are read when they are first looked at: the start does not wait for them. */
const Overview = lazy(async () => {
  const { Overview } = await import('../features/overview/Overview.tsx');
  return { default: Overview };
});

/** The desk of one person in one environment: band, places, what one works on, foot. */
export function Desk({ info }: { info: AppInfo }) {
  const [place, setPlace] = useState<Place>('requested');
  const triage = useTriage();
  const me = useAsk('desk:state', undefined).data?.me;
  const { as } = triage.filter;
  const scopes = me?.scopes.filter(({ bodyId }) => as === undefined || bodyId === as) ?? [];
  const go = (next: Place) => {
    if (isQueue(next) && next !== triage.queue) triage.enter(next);
    setPlace(next);
  };
  const openRole = useOpenedRole((queue, roleId) => {
    triage.show(queue, roleId);
    setPlace(queue);
  });
  return (
    <div className={styles.shell}>
      <div className={styles.top}>
        <Environment environment={info.environment} me={me && { ...me, scopes }}>
          <LanguageMenu />
          <AccountMenu person={me?.person} />
        </Environment>
        <Mishap />
        <Trouble />
        <SignInNotice signIn={info.signIn} />
      </div>
      <div className={styles.places}>
        <Places current={place} as={as} onGo={go} />
      </div>
      {isQueue(place) ? (
        <QueueScreen triage={triage} />
      ) : (
        <main className={styles.screen}>
          {place === 'overview' && (
            <Suspense>
              <Overview
                as={as}
                onShow={({ queue, filter }) => {
                  triage.lookAt(queue, filter);
                  setPlace(queue);
                }}
              />
            </Suspense>
          )}
          {place === 'outbox' && <Outbox onShowConflicts={() => go('conflicts')} />}
          {place === 'conflicts' && <Conflicts onOpenRole={openRole} />}
          {place === 'preferences' && <Preferences />}
        </main>
      )}
      <footer className={styles.foot}>
        <ConnectionStatus />
        <div className={styles.last}>
          <ExportStatus />
          <Unresolved onShowAll={() => go('conflicts')} onOpenRole={openRole} />
          <UndoLast />
        </div>
      </footer>
    </div>
  );
}
