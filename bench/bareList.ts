/**
 * Runs in an empty window: shows the plainest list that scrolls as far as the queue does. As many rows as fit, of two lines
 * in each of five cells, are moved and filled anew as they come into view; no framework, no data to wait for.
 */
export function showBareList(view: { widthPx: number; heightPx: number; totalPx: number }): void {
  const rowPx = 44;
  const more = 8;
  const scroller = document.createElement('div');
  scroller.id = 'scroller';
  scroller.style.cssText = `position: relative; overflow-y: auto; width: ${view.widthPx}px; height: ${view.heightPx}px; font: 13px / 18px sans-serif`;
  const all = document.createElement('div');
  all.style.cssText = `position: relative; height: ${view.totalPx}px`;
  scroller.append(all);
  const rows = Array.from({ length: Math.ceil(view.heightPx / rowPx) + 2 * more }, newRow);
  all.append(...rows);
  document.body.style.margin = '0';
  document.body.replaceChildren(scroller);
  scroller.addEventListener('scroll', fill);
  fill();

  function newRow(): HTMLElement {
    const row = document.createElement('div');
    row.dataset.filled = '';
    row.style.cssText = `position: absolute; top: 0; left: 0; right: 0; height: ${rowPx}px; display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); border-bottom: 1px solid #ddd`;
    for (let cell = 0; cell < 5; cell += 1) {
      const lines = document.createElement('div');
      lines.append(document.createElement('div'), document.createElement('div'));
      row.append(lines);
    }
    return row;
  }

  function fill(): void {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowPx) - more);
    rows.forEach((_, step) => {
      const index = first + step;
      const row = rows[index % rows.length];
      if (!row || row.ariaRowIndex === `${index}`) return;
      row.ariaRowIndex = `${index}`;
      row.style.transform = `translateY(${index * rowPx}px)`;
      for (const line of row.querySelectorAll('div > div > div')) line.textContent = `Row ${index}`;
    });
  }
}
