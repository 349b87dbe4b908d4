/**
 * Gives the focus to the grid, which has it for its rows; it belongs to another feature and is known by its fixed
 * handle. A frame later, as a dialog keeps the focus until it has gone.
 */
export function leadBack(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-testid="roles"]')?.focus(),
  );
}
