import type { i18n } from 'i18next';
import type { Export } from '../../shared/desk/export.ts';
import type { Environment } from '../../shared/domain/vocabulary.ts';

/** What a file is called unless the person says otherwise: environment, queue and date tell it from all others. */
export function fileName(wanted: Export, from: Environment, texts: i18n, at: Date): string {
  const t = texts.getFixedT(null, ['desktop', 'environment', 'places']);
  const environment = t(`environment:${from}.name`);
  const date = dateHere(at);
  switch (wanted.what) {
    case 'view': {
      const queue = t(`places:${wanted.queue}`);
      return tidy(t('desktop:export.view', { environment, queue, date }));
    }
    case 'log':
      return tidy(t('desktop:export.log', { environment, date }));
    case 'list':
      return tidy(t('desktop:export.list', { environment, name: wanted.name, date }));
  }
}

/** The date of this computer: `2026-11-25`, so that files stand in order. */
function dateHere(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
}

/** Letters, digits and dashes alone: a name that every file system takes, and that names no folder. */
function tidy(name: string): string {
  const words = `Roledesk ${name}`.match(/[\p{L}\p{N}-]+/gu) ?? [];
  return `${words.join('-')}.csv`;
}
