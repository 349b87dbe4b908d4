import { useEffect, useState } from 'react';
import { type Claim, claimAt } from '../../shared/domain/claim.ts';
import type { Role } from '../../shared/domain/role.ts';

/** The claim that runs on a role now; it goes in the moment in which it runs out. */
export function useClaim(role: Pick<Role, 'claim'>): Claim | undefined {
  const [nowMs, setNow] = useState(() => Date.now());
  const until = role.claim?.until;
  useEffect(() => {
    if (until === undefined) return;
    const endMs = Date.parse(until);
    const timer = setTimeout(() => setNow(endMs), Math.max(0, endMs - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return claimAt(role, nowMs);
}
