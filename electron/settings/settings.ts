import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Environment, environmentSchema } from '../../shared/domain/vocabulary.ts';
import { isSafeAddress } from './addresses.ts';

const addressSchema = z.url({ protocol: /^https?$/ });

/** Who signs people in: an OpenID Connect provider, and the client id that it knows Roledesk by. */
const signInSchema = z.strictObject({
  issuer: addressSchema.refine(isSafeAddress),
  clientId: z.string().min(1),
});

const settingsSchema = z.strictObject({
  environment: environmentSchema.default('training'),
  registries: z.partialRecord(environmentSchema, addressSchema).default({}),
  signIn: z.partialRecord(environmentSchema, signInSchema).default({}),
});

/** Which environment this profile works in, where its registry is, and where one signs in. */
export interface Settings {
  environment: Environment;
  /** None where neither the file nor the variable names one. */
  registry?: string;
  /** None where the registry's own word on it holds. */
  signIn?: z.infer<typeof signInSchema>;
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
  const { environment, registries, signIn: signIns } = parsed.data;
  const override = variables.ROLEDESK_REGISTRY;
  if (override && !addressSchema.safeParse(override).success) {
    throw new SettingsInvalid('ROLEDESK_REGISTRY', override);
  }
  const registry = override || registries[environment];
  const signIn = signIns[environment];
  return { environment, ...(registry && { registry }), ...(signIn && { signIn }) };
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new SettingsInvalid(file, 'JSON');
    return {};
  }
}
