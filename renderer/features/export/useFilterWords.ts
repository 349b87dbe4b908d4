import { useTranslation } from 'react-i18next';
import type { Filter, Span } from '../../../shared/desk/queues.ts';
import type { Scope } from '../../../shared/wire/me.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';

/** Says what a filter narrows, a part each, whole enough to be read on paper. */
export function useFilterWords(): (
  filter: Filter,
  scopes: Pick<Scope, 'bodyId' | 'name'>[],
) => string[] {
  const { t } = useTranslation(['export', 'codes']);
  const { country, list, full } = useFormat();
  const words = useWords();
  const chosen = (count: number) => t('export:filter.bodiesChosen', { count });
  const span = ({ from, to }: Span) => {
    if (from && to) return t('export:filter.fromTo', { from: full(from), to: full(to) });
    if (from) return t('export:filter.from', { from: full(from) });
    return to ? t('export:filter.to', { to: full(to) }) : '';
  };
  const position = (as: string, scopes: Pick<Scope, 'bodyId' | 'name'>[]) =>
    scopes.find(({ bodyId }) => bodyId === as)?.name ?? t('export:filter.asOther');
  return (filter, scopes) => {
    const parts: [what: keyof Filter, values: string[] | undefined][] = [
      ['text', filter.text ? [filter.text] : []],
      ['countries', filter.countries.map(country)],
      ['types', filter.types.map((type) => t(`codes:roleType.${type}`))],
      ['statuses', filter.statuses?.map((status) => t(`codes:status.${status}`))],
      ['functions', filter.functions?.map(words.function)],
      ['chapters', filter.chapters?.map(words.chapter)],
      ['sections', filter.sections],
      ['bodies', filter.bodies?.length ? [chosen(filter.bodies.length)] : []],
      ['due', filter.due?.map((due) => t(`export:filter.dueChoice.${due}`))],
      ['advice', filter.advice?.map((code) => adviceWord(code))],
      ['claims', filter.claims?.map((claim) => t(`export:filter.claim.${claim}`))],
      ['actions', filter.actions?.map((action) => t(`codes:done.${action}`))],
      ['deciders', filter.deciders?.length ? [chosen(filter.deciders.length)] : []],
      ['decided', filter.decided ? [span(filter.decided)].filter(Boolean) : []],
      ['requested', filter.requested ? [span(filter.requested)].filter(Boolean) : []],
      ['openAt', filter.openAt ? [full(filter.openAt)] : []],
      ['as', filter.as ? [position(filter.as, scopes)] : []],
    ];
    return parts.flatMap(([what, values]) =>
      values?.length
        ? t('export:filter.part', { what: t(`export:filter.${what}`), values: list(values) })
        : [],
    );
  };

  function adviceWord(code: NonNullable<Filter['advice']>[number]): string {
    return code === 'none' ? t('export:filter.noAdvice') : t(`codes:advice.${code}.tag`);
  }
}
