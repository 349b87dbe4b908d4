import { type PlacedRole, type Seat, seatsOver } from './seats.ts';

/**
 * The seats right over a role: all its seats but those that the tree puts above these. What is kept of a role to tell
 * from which positions it is seen (rule 12) then stands whatever moves in the tree.
 */
export function nearestSeats({ role, body }: Pick<PlacedRole, 'role' | 'body'>): Seat[] {
  // Rule 2 in a tree that ends with whoever stands right above.
  const bodyById = (id: string) => ({ ...body, id, parentId: undefined });
  return [...seatsOver({ role, body, bodyById }).keys()];
}
