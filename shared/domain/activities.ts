import type { Body, BodyActivity } from './body.ts';

/** Chapters, sections and activities of operators (DOMAIN: activities; codes are ours). */
export const activities = [
  {
    chapter: 'organic',
    section: 'organic_importer',
    activity: 'organic_importer',
  },
  {
    chapter: 'organic',
    section: 'first_consignee',
    activity: 'first_consignee',
  },
  {
    chapter: 'organic',
    section: 'organic_exporter',
    activity: 'organic_exporter',
  },
  {
    chapter: 'organic',
    section: 'organic_producer',
    activity: 'organic_producer',
  },
  {
    chapter: 'other',
    section: 'responsible_for_load',
    activity: 'responsible_for_load',
  },
  {
    chapter: 'plant_health',
    section: 'professional_operator',
    activity: 'professional_operator',
  },
  { chapter: 'food', section: 'non_animal_food', activity: 'non_animal_food' },
  { chapter: 'food', section: 'cold_store', activity: 'cold_store' },
  { chapter: 'animal', section: 'animal_trader', activity: 'animal_trader' },
] as const;

type ActivityCodes = (typeof activities)[number];
export type Activity = ActivityCodes['activity'];
export type Chapter = ActivityCodes['chapter'];

export const chapters: readonly Chapter[] = [...new Set(activities.map(({ chapter }) => chapter))];

/** Activities whose operators must hold an EORI number before they can ask (DOMAIN: operator data). */
export const needsEori: ReadonlySet<string> = new Set<Activity>(['organic_importer']);

/** Sections of listed establishments: authorities keep the lists, nobody can ask to be on one. */
const listedSections: ReadonlySet<string> = new Set<ActivityCodes['section']>(['cold_store']);

/** Whether a role can be requested for an activity of this section. */
export function canBeRequested({ section }: { section: string }): boolean {
  return !listedSections.has(section);
}

/** The activities of an operator that a role can be requested for. */
export function openActivities({ activities: held }: Pick<Body, 'activities'>): BodyActivity[] {
  return held.filter((each) => each.status !== 'rejected' && canBeRequested(each));
}
