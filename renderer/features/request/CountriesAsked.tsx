import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedCountry, RoleDetail } from '../../../shared/desk/detail.ts';
import { leadBack } from '../../desk/leadBack.ts';
import { useAct } from '../../desk/useAct.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Request.module.css';

/** The countries that a person asks to certify for in one control body, to approve some or all of them at once. */
export function CountriesAsked({
  detail,
  admin,
}: {
  detail: RoleDetail;
  admin?: boolean | undefined;
}) {
  const { t } = useTranslation(['request']);
  const { country, due } = useFormat();
  const nowMs = useNow();
  const words = useWords();
  const { countriesAsked } = detail;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { act, isPending, failure } = useAct(leadBack);
  const open = countriesAsked.filter(({ objection }) => objection === undefined);
  const chosen = open.filter(({ roleId }) => !left.has(roleId));
  if (countriesAsked.length < 2) return null;
  const choose = (asked: AskedCountry[], isChosen: boolean) => {
    const ids = new Set(asked.map(({ roleId }) => roleId));
    const others = [...left].filter((id) => !ids.has(id));
    setLeft(new Set(isChosen ? others : [...others, ...ids]));
  };
  const approve = () =>
    act({
      action: 'approve',
      roles: chosen.map(({ roleId, revision }) => ({ roleId, revision })),
      ...(admin === undefined ? {} : { admin }),
    });
  return (
    <section>
      <h3 className={styles.heading}>
        {t('request:countries.heading', { count: countriesAsked.length })}
      </h3>
      <ul className={styles.countries}>
        {open.length > 1 && (
          <li>
            <Checkbox
              isSelected={chosen.length === open.length}
              isIndeterminate={chosen.length > 0 && chosen.length < open.length}
              onChange={(isChosen) => choose(open, isChosen)}
            >
              {t('request:countries.all')}
            </Checkbox>
          </li>
        )}
        {countriesAsked.map((asked) => (
          <li key={asked.roleId}>
            <Checkbox
              isSelected={asked.objection === undefined && !left.has(asked.roleId)}
              isDisabled={asked.objection !== undefined}
              onChange={(isChosen) => choose([asked], isChosen)}
            >
              {country(asked.country)}
              {asked.roleId === detail.role.id && (
                <span className={styles.aside}>{t('request:countries.this')}</span>
              )}
            </Checkbox>
            <span className={styles.aside}>{due(asked.dueAt, nowMs).words}</span>
            {asked.objection && (
              <span className={styles.more}>{words.refusal(asked.objection)}</span>
            )}
          </li>
        ))}
      </ul>
      {failure && (
        <Notice tone="danger" announced>
          {failure}
        </Notice>
      )}
      <Button
        isDisabled={chosen.length === 0 || isPending}
        onPress={() => void approve()}
        data-testid="approve-countries"
      >
        {t('request:countries.approve', { count: chosen.length })}
      </Button>
    </section>
  );
}
