import type { PageQuery } from '../../../shared/desk/queues.ts';

/** What one looks at: a queue, what of it, in which order. */
export type Look = Pick<PageQuery, 'queue' | 'filter' | 'sort'>;
