import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Fact } from '../../ui/Facts.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import styles from './Request.module.css';

interface DuplicatesProps {
  detail: RoleDetail;
  duplicates: NonNullable<Body['duplicates']>;
  admin: boolean | undefined;
}

/** The operators that a new one is probably the same as, each with what makes it look so (rule 6), to be compared. */
export function Duplicates({ detail, duplicates, admin }: DuplicatesProps) {
  const { t } = useTranslation(['request']);
  const words = useWords();
  const [comparedId, setComparedId] = useState<string>();
  return (
    <Fact label={t('request:body.looksLike')}>
      {duplicates.map(({ bodyId, name, why }) => (
        <span key={bodyId} className={styles.line}>
          <Button
            variant="link"
            aria-label={t('request:compare.open', { name })}
            onPress={() => setComparedId(bodyId)}
            data-testid="compare"
          >
            {name}
          </Button>
          <span className={styles.why}>{words.likeness(why)}</span>
        </span>
      ))}
      {comparedId && (
        <CompareDialog
          detail={detail}
          bodyId={comparedId}
          admin={admin}
          onClose={() => setComparedId(undefined)}
        />
      )}
    </Fact>
  );
}
