import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Cipher } from './cipher.ts';

/** What a sign-in leaves for the next start: good at one provider, for one person. */
const keptTokensSchema = z.object({
  issuer: z.string(),
  clientId: z.string(),
  subject: z.string(),
  refreshToken: z.string(),
  /** Names the session that is to end at the provider (OpenID Connect RP-Initiated Logout, `id_token_hint`). */
  idToken: z.string(),
});
export type KeptTokens = z.infer<typeof keptTokensSchema>;

/** Keeps the tokens of one environment: in a file that is encrypted, or in memory where nothing can encrypt it. */
export class TokenKeeper {
  readonly #file: string;
  readonly #cipher: Cipher;
  #kept: Promise<KeptTokens | undefined> | undefined;
  /** The file is written by one at a time: what was said last stays. */
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string, cipher: Cipher) {
    this.#file = file;
    this.#cipher = cipher;
  }

  /** The same object until others are kept; a file that cannot be read counts as none. */
  read(): Promise<KeptTokens | undefined> {
    this.#kept ??= this.#decrypted().catch(() => undefined);
    return this.#kept;
  }

  /** Never rejects: what cannot be written down is still good until the end of this run. */
  async keep(tokens: KeptTokens): Promise<void> {
    this.#kept = Promise.resolve(tokens);
    this.#writing = this.#writing.then(() => this.#write(tokens)).catch(() => this.#erase());
    await this.#writing;
  }

  async forget(): Promise<void> {
    this.#kept = Promise.resolve(undefined);
    this.#writing = this.#writing.then(() => this.#erase());
    await this.#writing;
  }

  async #decrypted(): Promise<KeptTokens> {
    const text = await this.#cipher.decrypt(await readFile(this.#file));
    return keptTokensSchema.parse(JSON.parse(text));
  }

  async #write(tokens: KeptTokens): Promise<void> {
    if (!(await this.#cipher.isAvailable())) return this.#erase();
    const encrypted = await this.#cipher.encrypt(JSON.stringify(tokens));
    await mkdir(dirname(this.#file), { recursive: true });
    const draft = `${this.#file}.new`;
    await writeFile(draft, encrypted, { mode: 0o600 });
    await rename(draft, this.#file);
  }

  async #erase(): Promise<void> {
    await rm(this.#file, { force: true }).catch(() => undefined);
  }
}
