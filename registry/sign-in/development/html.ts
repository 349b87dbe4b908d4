/** Text that is HTML already. */
export interface Html {
  html: string;
}

type Value = string | Html | Html[];

/** Builds HTML; what is put in is escaped unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return { html: String.raw({ raw: strings }, ...values.map(textOf)) };
}

function textOf(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  return Array.isArray(value) ? value.map((each) => each.html).join('\n') : value.html;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
