import { pick } from '../fixtures/drawn.ts';
import { newOperator } from '../fixtures/registryClient.ts';
import type { TestRegistry } from '../integration/registry/testRegistry.ts';
import type { Member } from './cast.ts';

const requesterCount = 4;
const asked = [
  { region: 'Antwerpen', chapter: 'food', activity: 'non_animal_food' },
  { region: 'Antwerpen', chapter: 'other', activity: 'responsible_for_load' },
  { region: 'Namur', chapter: 'food', activity: 'non_animal_food' },
];

/** The fields of a new operator that differ from one request to the next. */
export function operatorAsked(which: number): object {
  const { region, chapter, activity } = pick(asked, which);
  const activities = [{ chapter, section: activity, activity }];
  return { operator: newOperator({ region, activities, name: `Velmora ${which}` }) };
}

/** Requests for roles in the bodies that desks look at; of a control body one names the country. */
export function requestsIn(bodies: Record<Member, string>): object[] {
  return [
    { bodyId: bodies['post 1'] },
    { bodyId: bodies.unit },
    { bodyId: bodies['control body'], countries: ['BE'] },
  ];
}

/** Those who ask for roles; some of what they ask for is approved, and suspended again by the system. */
export async function fileRequests(
  registry: TestRegistry,
  bodies: Record<Member, string>,
): Promise<string[]> {
  const central = await registry.administrator('CCA', 'BE');
  const usernames: string[] = [];
  for (let number = 0; number < requesterCount; number += 1) {
    const requester = await registry.newcomer();
    usernames.push(requester.person.username);
    const isOfBodies = number % 2 === 0;
    const requests = isOfBodies
      ? requestsIn(bodies)
      : asked.map((_, which) => operatorAsked(number * asked.length + which));
    for (const [index, request] of requests.entries()) {
      for (const role of await requester.file(request)) {
        if (number < 2 && index < 2) await central.decide(role, 'approve');
      }
    }
  }
  const system = await registry.system('registry:accounts');
  await system.send('POST', '/v1/suspensions', { username: usernames[0], code: 'devices_reset' });
  return usernames;
}
