import type { Picture } from './stage.ts';

/** A page that shows the pictures side by side: a row for each state, a column for each language and theme. */
export function contactSheet(pictures: Picture[]): string {
  const columns = [...new Set(pictures.map(columnOf))];
  const rows = Map.groupBy(pictures, ({ scene, name }) => `${scene}: ${name}`);
  const heads = columns.map((column) => `<th scope="col">${column}</th>`).join('');
  const body = [...rows].map(([title, group]) => {
    const files = new Map(group.map((picture) => [columnOf(picture), picture.file]));
    const cells = columns.map((column) => {
      const file = files.get(column);
      return `<td>${file ? `<a href="${file}"><img src="${file}" alt="${title}, ${column}" loading="lazy"></a>` : ''}</td>`;
    });
    return `<tr><th scope="row">${title}</th>${cells.join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Roledesk: every state of the window</title>
<style>
  body { font: 14px sans-serif; }
  th { text-align: start; vertical-align: top; padding: 8px; }
  td { padding: 4px; }
  img { width: 480px; border: 1px solid #b9b9c5; }
</style>
<table><thead><tr><td></td>${heads}</tr></thead><tbody>
${body.join('\n')}
</tbody></table>
</html>
`;
}

function columnOf({ language, theme }: Picture): string {
  return `${language}, ${theme}`;
}
