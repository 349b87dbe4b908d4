import { type Appearance, usualAppearance } from '../../shared/desk/appearance.ts';
import { useAsk } from './useDesk.ts';

/** How the window looks on this computer. */
export function useAppearance(): Appearance {
  return useAsk('app:info', undefined).data?.appearance ?? usualAppearance;
}
