import type { Person } from '../../shared/domain/person.ts';
import type { Role } from '../../shared/domain/role.ts';
import { messages } from './messages.ts';
import type { World } from './world.ts';

/** What a requester writes and where one can be reached: often nothing, now and then at another domain (rule 8). */
export function contact(
  { draw }: World,
  person: Person,
): Pick<Role, 'message' | 'contactEmail' | 'contactPhone'> {
  const written = messages[person.language] ?? messages.en ?? [];
  const [mailbox, domain] = person.email.split('@');
  const elsewhere = draw.chance(0.25) ? `private-${domain}` : domain;
  return {
    message: written.length > 0 && draw.chance(0.45) ? draw.pick(written) : undefined,
    contactEmail: draw.chance(0.3) ? `${mailbox}@${elsewhere}` : undefined,
    contactPhone: draw.chance(0.3) ? `+32 ${draw.digits(9)}` : undefined,
  };
}
