/** Chapters, sections and activities that a request can name (DOMAIN: activities; codes are ours). */
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
  { chapter: 'animal', section: 'animal_trader', activity: 'animal_trader' },
] as const;

export type Activity = (typeof activities)[number]['activity'];
export type Chapter = (typeof activities)[number]['chapter'];

/** Activities whose operators must hold an EORI number before they can ask (DOMAIN: operator data). */
export const needsEori: ReadonlySet<string> = new Set<Activity>(['organic_importer']);
