import type { Schema } from './document.ts';

/** A value that does not fit its schema any more, and where and how it was broken. */
export interface Broken {
  how: string;
  value: unknown;
}

/** Stands in broken texts, so that they can be looked for where they must not be. */
export const mark = 'Zofie-Novakova-4711';

const injections = [
  `${mark}'; DROP TABLE roles; --`,
  `" OR 1=1 -- ${mark}`,
  `<script>alert("${mark}")</script>`,
  `<img src=x onerror=${mark}>`,
  `\${jndi:ldap://${mark}}`,
  `../../../../etc/${mark}`,
];

/** Every way to break a value in one place. A value that is not there is broken by putting a wrong one. */
export function breaksOf(schema: Schema, value: unknown): Broken[] {
  if (schema.anyOf) {
    const form = schema.anyOf.find((each) => fitsForm(each, value));
    // Of several forms only the one that is used is broken: what remains can fit none of the others.
    return form ? breaksOf(form, value) : [];
  }
  return [...wrongTypes(schema), ...wrongValues(schema, value)];
}

function fitsForm({ properties = {}, required = [] }: Schema, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    required.every((name) => name in value) && Object.keys(value).every((k) => k in properties)
  );
}

const samples: [type: string, value: unknown][] = [
  ['null', null],
  ['string', mark],
  ['boolean', true],
  ['number', 0.5],
  ['number', 1e308],
  ['array', []],
  ['array', [[mark]]],
  ['object', {}],
  ['object', { [mark]: mark }],
];

function wrongTypes({ type }: Schema): Broken[] {
  return samples
    .filter(([sample]) => sample !== type)
    .map(([sample, value]) => ({ how: `a ${sample} for a ${type}`, value }));
}

function wrongValues(schema: Schema, value: unknown): Broken[] {
  switch (schema.type) {
    case 'object':
      return wrongObjects(schema, { ...(value as object) });
    case 'array':
      return wrongArrays(schema, Array.isArray(value) ? value : []);
    case 'string':
      return wrongTexts(schema);
    case 'integer':
    case 'number':
      return wrongNumbers(schema);
    default:
      return [];
  }
}

function wrongObjects(
  { properties = {}, required = [], additionalProperties }: Schema,
  value: Record<string, unknown>,
): Broken[] {
  const missing = required.map((name) => {
    const { [name]: _, ...rest } = value;
    return { how: `${name} is missing`, value: rest };
  });
  const foreign = ['x', 'constructor', 'toString', mark].map((name) => ({
    how: `${name} is added`,
    value: { ...value, [name]: mark },
  }));
  const within = Object.entries(properties).flatMap(([name, schema]) =>
    breaksOf(schema, value[name]).map((broken) => ({
      how: `${name}: ${broken.how}`,
      value: { ...value, [name]: broken.value },
    })),
  );
  return [...missing, ...(additionalProperties === false ? foreign : []), ...within];
}

function wrongArrays({ items = {}, minItems, maxItems }: Schema, value: unknown[]): Broken[] {
  const [first] = value;
  const broken = breaksOf(items, first).map((each) => ({
    how: `[0] ${each.how}`,
    value: [each.value, ...value.slice(1)],
  }));
  if (minItems) broken.push({ how: 'no items', value: [] });
  if (maxItems !== undefined) {
    broken.push({ how: 'too many items', value: Array(maxItems + 1).fill(first ?? mark) });
  }
  broken.push({ how: 'a sea of items', value: Array(25_000).fill({}) });
  return broken;
}

function wrongTexts({ enum: options, pattern, format, minLength, maxLength }: Schema): Broken[] {
  const broken = ['\0', '\ud800', '\udfff'].map((bad) => ({
    how: `a text with ${JSON.stringify(bad)}`,
    value: `${mark}${bad}`,
  }));
  const isFree = !options && !pattern && !format;
  if (!isFree) {
    for (const value of ['', mark, ...injections]) broken.push({ how: 'another form', value });
  }
  if (minLength) broken.push({ how: 'an empty text', value: '' });
  if (maxLength !== undefined) {
    broken.push({ how: 'one letter too many', value: 'ж'.repeat(maxLength + 1) });
  }
  return broken;
}

function wrongNumbers({ type, minimum, maximum }: Schema): Broken[] {
  const wrong = [Number.MAX_VALUE, -Number.MAX_VALUE, 1e308];
  if (type === 'integer') wrong.push(0.5, 2 ** 53, -(2 ** 53));
  if (minimum !== undefined) wrong.push(minimum - 1);
  if (maximum !== undefined) wrong.push(maximum + 1);
  return wrong.map((value) => ({ how: `${value}`, value }));
}

/** Texts that mean something to a database or a browser; where text is free they are to be kept as they are. */
export const suspicious: readonly string[] = injections;
