import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Queue } from '../../shared/desk/queues.ts';
import type { AppInfo } from '../../shared/desk/state.ts';
import type { Look } from '../../shared/desk/workspace.ts';
import { deadlineLook, wholeQueue } from '../desk/look.ts';
import { useCommands } from '../desk/useCommands.ts';
import { useAsk, useTell } from '../desk/useDesk.ts';
import { AccountMenu } from '../features/account/AccountMenu.tsx';
import { SignInNotice } from '../features/account/SignInNotice.tsx';
import { ConnectionStatus } from '../features/connection/ConnectionStatus.tsx';
import { Trouble } from '../features/connection/Trouble.tsx';
import { BatchStatus } from '../features/deciding/BatchStatus.tsx';
import { useBatch } from '../features/deciding/useBatch.ts';
import { Environment } from '../features/environment/Environment.tsx';
import { ExportStatus } from '../features/export/ExportStatus.tsx';
import { Conflicts } from '../features/outbox/Conflicts.tsx';
import { Outbox } from '../features/outbox/Outbox.tsx';
import { UndoLast } from '../features/outbox/UndoLast.tsx';
import { Unresolved } from '../features/outbox/Unresolved.tsx';
import { Places } from '../features/places/Places.tsx';
import { isQueue, type Place } from '../features/places/place.ts';
import { useViewEntries } from '../features/places/useViewEntries.ts';
import { LanguageMenu } from '../features/preferences/LanguageMenu.tsx';
import { Preferences } from '../features/preferences/Preferences.tsx';
import { Mishap } from '../features/store/Mishap.tsx';
import { Commands } from './Commands.tsx';
import { QueueScreen } from './QueueScreen.tsx';
import styles from './Shell.module.css';
import { useOpenedRole } from './useOpenedRole.ts';
import { useTriage } from './useTriage.ts';
import { useWindowTitle } from './useWindowTitle.ts';

/** Pictures and what draws them are read when they are first looked at: the start does not wait for them. */
const Overview = lazy(async () => {
  const { Overview } = await import('../features/overview/Overview.tsx');
  return { default: Overview };
});

/** The desk of one person in one environment: band, places, what one works on, foot. */
export function Desk({ info }: { info: AppInfo }) {
  const [away, setAway] = useState<Exclude<Place, Queue>>();
  const triage = useTriage();
  const batch = useBatch(triage.letGo);
  const me = useAsk('desk:state', undefined).data?.me;
  const place = away ?? triage.queue;
  const { as } = triage.filter;
  const scopes = me?.scopes.filter(({ bodyId }) => as === undefined || bodyId === as) ?? [];
  const go = (next: Place) => {
    if (isQueue(next)) triage.enter(next);
    setAway(isQueue(next) ? undefined : next);
  };
  const lookAt = (look: Look, viewId?: string) => {
    triage.lookAt(look, viewId);
    setAway(undefined);
  };
  const openRole = useOpenedRole((queue, roleId) => {
    triage.show(queue, roleId);
    setAway(undefined);
  });
  const { t } = useTranslation(['places']);
  useWindowTitle(info, t(`places:${place}`), scopes[0]?.name);
  useCommands('places', {
    goOverview: () => go('overview'),
    goRequested: () => go('requested'),
    goSuspended: () => go('suspended'),
    goValid: () => go('valid'),
    goDecided: () => go('decided'),
    goOverdue: () => lookAt(deadlineLook('overdue', as)),
    goDueToday: () => lookAt(deadlineLook('today', as)),
    goOutbox: () => go('outbox'),
    goConflicts: () => go('conflicts'),
    goPreferences: () => go('preferences'),
  });
  const { mutate: sync } = useTell('desk:sync');
  const { mutate: signOut } = useTell('app:signOut');
  useCommands('account', { sync: () => sync(undefined), signOut: () => signOut(undefined) });
  const views = useViewEntries(lookAt);
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
        <Places
          current={place}
          look={triage.look}
          viewId={triage.viewId}
          onGo={go}
          onLook={lookAt}
        />
      </div>
      {isQueue(place) ? (
        triage.isOpen && <QueueScreen triage={triage} batch={batch} />
      ) : (
        <main className={styles.screen}>
          {place === 'overview' && (
            <Suspense>
              <Overview
                as={as}
                onShow={({ queue, filter }) => lookAt({ ...wholeQueue(queue, as), filter })}
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
          <BatchStatus batch={batch} />
          <ExportStatus />
          <Unresolved onShowAll={() => go('conflicts')} onOpenRole={openRole} />
          <UndoLast onBack={triage.setCurrentId} stopBatch={batch.stop} />
        </div>
      </footer>
      <Commands found={views} />
    </div>
  );
}
