import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Look, Workspace } from '../../shared/desk/workspace.ts';
import { keyOf, useTell } from '../desk/useDesk.ts';

/** So that typing a search is one look, not one for each letter. */
const restMs = 500;

/** Keeps what is looked at for the next time that the desk opens, once it has rested a moment. */
export function useKeptLook(look: Look | undefined): void {
  const client = useQueryClient();
  const { mutate: save } = useTell('workspace:save');
  useEffect(() => {
    const workspace = client.getQueryData<Workspace>(keyOf('workspace:get', undefined));
    if (!look || hashKey([workspace?.last]) === hashKey([look])) return;
    const timer = setTimeout(() => save({ last: look }), restMs);
    return () => clearTimeout(timer);
  }, [client, look, save]);
}
