import type { Body } from '../../shared/domain/body.ts';
import { responsibleForControlBody } from '../../shared/domain/responsible.ts';
import type { World } from './world.ts';

/** The authority that decides on a role in a body: for an operator, on its first activity. */
export function responsibleIn(world: World, body: Body, country: string | undefined): Body {
  const authorities = [...world.authorities.values()];
  const byId = (id: string | undefined) => authorities.find((each) => each.id === id);
  const found = {
    authority: () => byId(body.parentId) ?? body,
    operator: () => byId(body.activities[0]?.responsibleId),
    control_body: () =>
      responsibleForControlBody(
        authorities,
        country ?? body.country,
        world.authorities.get('COMMISSION'),
      ),
  }[body.type]();
  if (!found) throw new Error(`nobody is responsible for ${body.name}`);
  return found;
}
