import type { Appearance } from '../../shared/desk/appearance.ts';

/** Tells the style sheets how close rows stand; colours and text size are set by main. */
export function showAppearance({ density }: Appearance): void {
  document.documentElement.dataset.density = density;
}
