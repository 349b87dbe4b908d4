import { useTranslation } from 'react-i18next';
import type { Facet, FacetChoice } from '../../../shared/desk/queues.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWords } from '../../i18n/useWords.ts';

/** Names what one part of the filter can choose. */
export function useChoiceName(facet: Facet): (choice: Pick<FacetChoice, 'id' | 'name'>) => string {
  const { t } = useTranslation(['queue']);
  const { country, capital } = useFormat();
  const words = useWords();
  return ({ id, name }) => {
    switch (facet) {
      case 'countries':
        return country(id);
      case 'statuses':
        return capital(words.status(id));
      case 'types':
        return capital(words.roleType(id));
      // A section is named as its activity.
      case 'functions':
      case 'sections':
        return capital(words.function(id));
      case 'chapters':
        return capital(words.chapter(id));
      case 'due':
        return words.due(id);
      case 'advice':
        return words.advice(id);
      case 'claims':
        return words.claimed(id);
      case 'actions':
        return words.done(id);
      case 'bodies':
      case 'deciders':
        return name ?? t('queue:filter.unknown');
    }
  };
}
