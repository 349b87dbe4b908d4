import type { Body } from './body.ts';
import type { Role } from './role.ts';
import type { AuthorityKind } from './vocabulary.ts';

/**
 * A place from which roles are seen and decided. `above` a body: all that the tree puts below it; `within` a body:
 * among its own people; `posts` of a country: its border control posts, for those responsible for the load.
 */
export type Seat = `above:${string}` | `within:${string}` | `posts:${string}`;

/** A valid role of an administrator, as far as rule 2 needs it. */
export interface Position {
  bodyId: string;
  kind: AuthorityKind | 'control_body' | 'operator';
  country: string;
  isAdmin: boolean;
}

/** A role with what rule 2 reads of its surroundings: its body and the authorities above it. */
export interface PlacedRole {
  role: Pick<Role, 'type' | 'function' | 'responsibleId'>;
  body: Body;
  bodyById: (id: string) => Body | undefined;
}

/** Countries whose border control posts decide on those responsible for the load (rule 2, their setting). */
const postsDecideOnLoads: ReadonlySet<string> = new Set(['BE', 'FR', 'NL']);

/**
 * The authorities above a body, nearest first (rule 2: Commission → CCA → RCA → LAU). The body itself is not
 * among them; a tree that loops by mistake is followed once around and no further.
 */
export function authoritiesAbove(body: Body, bodyById: PlacedRole['bodyById']): Body[] {
  const above = new Map<string, Body>();
  let parent = body.parentId ? bodyById(body.parentId) : undefined;
  while (parent && parent.id !== body.id && !above.has(parent.id)) {
    above.set(parent.id, parent);
    parent = parent.parentId ? bodyById(parent.parentId) : undefined;
  }
  return [...above.values()];
}

/** The seats that a position gives its holder: all that is below for everyone, colleagues for administrators. */
export function seatsOf(position: Position): Seat[] {
  const seats: Seat[] = [];
  if (position.kind !== 'operator') seats.push(`above:${position.bodyId}`);
  if (position.isAdmin) seats.push(`within:${position.bodyId}`);
  if (position.kind === 'BCP') seats.push(`posts:${position.country}`);
  return seats;
}

/** The seats from which a role is seen, each with whether it decides on it too (rule 2). */
export function seatsOver(placed: PlacedRole): Map<Seat, boolean> {
  const seats = new Map<Seat, boolean>();
  for (const { authority, decides } of superiorsOf(placed)) {
    seats.set(`above:${authority.id}`, decides);
  }
  const { role, body } = placed;
  for (const id of controlBodiesOf(placed)) seats.set(`above:${id}`, true);
  if (role.function === 'responsible_for_load' && postsDecideOnLoads.has(body.country)) {
    seats.set(`posts:${body.country}`, true);
  }
  seats.set(`within:${body.id}`, !body.fullControl);
  return seats;
}

/** The organic control bodies of the activity that a role in an operator asks for. */
export function controlBodiesOf({ role, body }: Pick<PlacedRole, 'role' | 'body'>): string[] {
  return body.activities
    .filter((each) => each.chapter === 'organic' && each.activity === role.function)
    .flatMap((each) => each.controlBodyId ?? []);
}

function superiorsOf({
  role,
  body,
  bodyById,
}: PlacedRole): { authority: Body; decides: boolean }[] {
  if (role.type === 'authority') {
    return authoritiesAbove(body, bodyById).map((authority) => ({
      authority,
      decides: true,
    }));
  }
  const responsible = bodyById(role.responsibleId);
  if (!responsible) return [];
  return [responsible, ...authoritiesAbove(responsible, bodyById)].map((authority) => ({
    authority,
    decides:
      authority.kind !== 'COMMISSION' ||
      (role.type === 'control_body' && authority.id === responsible.id),
  }));
}
