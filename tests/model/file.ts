import type { Role } from '../../shared/domain/role.ts';
import { pick } from '../fixtures/drawn.ts';
import { newOperator } from '../fixtures/registryClient.ts';
import { actor, change, settle, write } from './apply.ts';
import { named, statusAfter } from './rules.ts';
import type { ModelBody, ModelRole, World } from './world.ts';

/** A request, and the roles that have to come of it. `refused`: none can. */
export interface Asked {
  request: object;
  body: ModelBody;
  roles: Pick<ModelRole, 'type' | 'function' | 'country' | 'responsibleId'>[];
  refused: boolean;
}

/** What a step asks for, drawn: which kind, and which one of the kind. */
export interface Wish {
  kind: 'authority' | 'control_body' | 'new_operator' | 'operator';
  which: number;
}

const authorities = [
  'BEANR1',
  'FAVV-AFSCA, LCE Antwerpen',
  'FAVV-AFSCA',
  'European Commission, DG SANTE',
];

/** A new operator's region and activity, and who its address leads to. */
const newOperators: [region: string, chapter: string, activity: string, responsible: string][] = [
  ['Antwerpen', 'food', 'non_animal_food', 'FAVV-AFSCA, LCE Antwerpen'],
  ['Liège', 'food', 'non_animal_food', 'FAVV-AFSCA, ULC Liège'],
  ['Namur', 'food', 'non_animal_food', 'FAVV-AFSCA'],
  ['Antwerpen', 'other', 'responsible_for_load', 'FAVV-AFSCA, LCE Antwerpen'],
  ['Antwerpen', 'organic', 'organic_producer', 'FAVV-AFSCA'],
  ['Oost-Vlaanderen', 'organic', 'organic_producer', 'Departement Landbouw en Visserij'],
];

/** Countries of one control body, and who decides there: Albania has no central authority. */
const countries: [country: string, responsible: string][][] = [
  [['BE', 'FAVV-AFSCA']],
  [['AL', 'European Commission, DG SANTE']],
  [
    ['FR', "Direction générale de l'alimentation (DGAL)"],
    ['BE', 'FAVV-AFSCA'],
    ['AL', 'European Commission, DG SANTE'],
  ],
];
export const controlBodyName = 'Certivanta Bio';

/** The request of a wish, and what has to come of it. */
export function asked(world: World, { kind, which }: Wish): Asked {
  switch (kind) {
    case 'authority': {
      const body = named(world, pick(authorities, which));
      const responsibleId = body.parentId ?? body.id;
      const role = { type: kind, function: body.kind ?? '', country: undefined, responsibleId };
      return { request: { bodyId: body.id }, body, roles: [role], refused: false };
    }
    case 'control_body': {
      const body = named(world, controlBodyName);
      const chosen = pick(countries, which);
      const roles = chosen.map(([country, name]) => ({
        ...{ type: kind, function: 'certifier', country, responsibleId: named(world, name).id },
      }));
      const request = { bodyId: body.id, countries: chosen.map(([country]) => country) };
      return { request, body, roles, refused: false };
    }
    case 'operator': {
      const operators = [...world.bodies.values()].filter(({ type }) => type === 'operator');
      const body = pick(operators, which);
      const { activity, responsibleId = '' } = pick(body.activities, which);
      const role = { type: kind, function: activity, country: undefined, responsibleId };
      const request = { bodyId: body.id, function: activity };
      return { request, body, roles: [role], refused: body.status === 'rejected' };
    }
    case 'new_operator':
      return newOperatorAsked(world, which);
  }
}

function newOperatorAsked(world: World, which: number): Asked {
  const [region, chapter, activity, name] = pick(newOperators, which);
  const responsibleId = named(world, name).id;
  const controlBodyId = chapter === 'organic' ? named(world, controlBodyName).id : undefined;
  const activities = [{ chapter, section: activity, activity, controlBodyId }];
  const body: ModelBody = {
    ...{ id: '', name: '', code: undefined, type: 'operator', kind: undefined, country: 'BE' },
    ...{ parentId: undefined, competences: undefined, fullControl: false, status: 'pending' },
    activities: [{ chapter, activity, responsibleId, controlBodyId }],
  };
  const role = { type: 'operator' as const, function: activity, country: undefined, responsibleId };
  const request = { operator: newOperator({ region, activities }) };
  return { request, body, roles: [role], refused: false };
}

/** Takes the filed roles into the world: of the answer only the ids are believed. */
export function filed(
  world: World,
  personId: string,
  { body, roles }: Asked,
  answer: Role[],
): void {
  for (const [index, { id, bodyId }] of answer.entries()) {
    const role = roles[index];
    if (!role) throw new Error('more roles than were asked for');
    if (!world.bodies.has(bodyId)) world.bodies.set(bodyId, { ...body, id: bodyId });
    const fresh = { revision: 1, status: 'requested' as const, isAdmin: false };
    const nothingYet = { suspendedBy: undefined, lastDecision: undefined, claimedBy: undefined };
    world.roles.set(id, {
      ...role,
      ...fresh,
      ...nothingYet,
      id,
      personId,
      bodyId: body.id || bodyId,
    });
    write(world, { id, revision: 1 }, { actor: actor(world, personId), action: 'request' });
  }
}

/** Rule 1, of the requester: whether the request could be taken back. */
export function withdraw(world: World, role: ModelRole): boolean {
  const status = statusAfter('withdraw', role.status);
  if (!status) return false;
  const line = { actor: actor(world, role.personId), action: 'withdraw' };
  change(world, { ...role, status }, line);
  settle(world, role.bodyId);
  return true;
}
