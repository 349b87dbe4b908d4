import { Trans, useTranslation } from 'react-i18next';
import type texts from '../../../locales/en/request.json';
import type { RoleDetail } from '../../../shared/desk/detail.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import styles from './Request.module.css';
import { useRoleNoun } from './useRoleNoun.ts';

type SentenceKey = keyof typeof texts.sentence;

/** What the person asks to be or is, and where, as a sentence that goes on from the name. */
export function RoleSentence({ detail: { role, body, status } }: { detail: RoleDetail }) {
  const { t } = useTranslation(['request']);
  const { country } = useFormat();
  const noun = useRoleNoun();
  const type: SentenceKey = role.type;
  return (
    <p className={styles.sentence}>
      <Trans
        t={t}
        i18nKey={`request:sentence.${type}.${status}`}
        values={{
          role: noun(role.function),
          body: body.name,
          country: country(role.country ?? body.country),
        }}
        components={{ b: <strong /> }}
      />
    </p>
  );
}
