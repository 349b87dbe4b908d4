interface Document {
  paths: object;
  components: { schemas: Record<string, object> };
}

/** Leaves out the schemas that nothing refers to: each is made in a form for requests and in one for answers. */
export function withoutUnused<D extends object>(document: D): D {
  const { paths, components } = document as D & Document;
  const used = new Set<string>();
  const use = (part: object): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      const schema = components.schemas[name];
      if (!schema || used.has(name)) continue;
      used.add(name);
      use(schema);
    }
  };
  use(paths);
  const schemas = Object.entries(components.schemas).filter(([name]) => used.has(name));
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}
