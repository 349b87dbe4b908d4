import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Environment, environmentSchema } from '../../shared/domain/vocabulary.ts';

const addressSchema = z.url({ protocol: /^https?$/ });

const settingsSchema = z.strictObject({
  environment: environmentSchema.default('training'),
  registries: z.partialRecord(environmentSchema, addressSchema).default({}),
});

/** Which environment this profile works in, and where its registry is. */
export interface Settings {
  environment: Environment;
  /** None where neither the file nor the variable names one. */
  registry?: string;
}

/** Settings that cannot be read; `file` and `field` say where to look. */
export class SettingsInvalid extends Error {
  readonly file: string;
  readonly field: string;
  constructor(file: string, field: string) {
    super(`${file}: ${field}`);
    this.file = file;
    this.field = field;
  }
}

/**
 * Reads the settings file, where there is one. `ROLEDESK_REGISTRY` takes the place of the address of the environment
 * in use.
 * @throws {SettingsInvalid} naming the field (or the variable) at fault
 */
export function readSettings(file: string, variables: NodeJS.ProcessEnv): Settings {
  const parsed = settingsSchema.safeParse(contentOf(file));
  if (!parsed.success) {
    throw new SettingsInvalid(file, parsed.error.issues[0]?.path.join('.') ?? '');
  }
  const { environment, registries } = parsed.data;
  const override = variables.ROLEDESK_REGISTRY;
  if (override && !addressSchema.safeParse(override).success) {
    throw new SettingsInvalid('ROLEDESK_REGISTRY', override);
  }
  const registry = override || registries[environment];
  return registry === undefined ? { environment } : { environment, registry };
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new SettingsInvalid(file, 'JSON');
    return {};
  }
}
