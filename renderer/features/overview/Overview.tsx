import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type FiguresQuery,
  lookBacks,
  type Mark,
  type PictureName,
  pictureSchema,
} from '../../../shared/desk/overview.ts';
import { useAsk } from '../../desk/useDesk.ts';
import { useNow } from '../../i18n/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Ages } from './Ages.tsx';
import { Backlog } from './Backlog.tsx';
import { Countries } from './Countries.tsx';
import { Deciders } from './Deciders.tsx';
import { Decisions } from './Decisions.tsx';
import styles from './Overview.module.css';
import { Types } from './Types.tsx';
import { useLook } from './useLook.ts';

const pictures = {
  backlog: Backlog,
  ages: Ages,
  decisions: Decisions,
  deciders: Deciders,
  countries: Countries,
  types: Types,
} as const satisfies Record<PictureName, unknown>;

interface OverviewProps {
  /** The body of the position that one works as. */
  as: string | undefined;
  /** Goes to the rows that a mark counts. */
  onShow: (mark: Mark) => void;
}

/** The state of the desk as pictures, each mark of which leads to its rows. */
export function Overview({ as, onShow }: OverviewProps) {
  const { t } = useTranslation(['overview']);
  const { look, lookBack, showTable } = useLook();
  if (!look) return null;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{t('overview:title')}</h1>
          <p className={styles.intro}>{t('overview:intro')}</p>
        </div>
        <Choice
          label={t('overview:lookBack.label')}
          options={lookBacks.map((days) => ({
            id: `${days}`,
            name: t('overview:lookBack.days', { count: days }),
          }))}
          value={`${look.lookBack}`}
          onChange={(chosen) => {
            const days = lookBacks.find((each) => `${each}` === chosen);
            if (days) lookBack(days);
          }}
          testId="look-back"
        />
      </header>
      <Filling />
      <Pictures
        query={{ lookBack: look.lookBack, as }}
        tables={look.tables}
        onTable={showTable}
        onShow={onShow}
      />
    </div>
  );
}

/** While a first pull runs the figures grow with it. */
function Filling() {
  const { t } = useTranslation(['overview']);
  const pull = useAsk('desk:state', undefined).data?.firstPull;
  if (!pull) return null;
  const total = pull.done + pull.remaining;
  return (
    <Notice tone="info" title={t('overview:filling.title')}>
      {t('overview:filling.text', { done: pull.done, total })}
    </Notice>
  );
}

interface PicturesProps {
  query: FiguresQuery;
  tables: readonly PictureName[];
  onTable: (picture: PictureName, isTable: boolean) => void;
  onShow: (mark: Mark) => void;
}

function Pictures({ query, tables, onTable, onShow }: PicturesProps) {
  const { t } = useTranslation(['overview']);
  const {
    data: figures,
    isError,
    refetch,
  } = useAsk('overview:figures', query, {
    keepPrevious: true,
  });
  // Requests become overdue and days end without anything being changed.
  const now = useNow();
  const onMinute = useEffectEvent(() => void refetch());
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with every minute
  useEffect(() => onMinute(), [now]);
  if (isError)
    return (
      <EmptyState title={t('overview:failed')}>
        <Button variant="link" onPress={() => void refetch()}>
          {t('overview:again')}
        </Button>
      </EmptyState>
    );
  if (!figures) return null;
  return (
    <div className={styles.pictures}>
      {pictureSchema.options.map((name) => {
        const One = pictures[name];
        return (
          <One
            key={name}
            figures={figures}
            isTable={tables.includes(name)}
            onTable={(isTable) => onTable(name, isTable)}
            onShow={onShow}
          />
        );
      })}
    </div>
  );
}
