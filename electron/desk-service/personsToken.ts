import type { Me } from '../../shared/wire/me.ts';
import { RegistryProblem } from '../../sync/registry.ts';

/**
 * The token of the person whose store this is. A new one is used only after the registry has said that it stands for
 * that person: whoever hands it over, nothing is asked and no decision is sent under another's name. What is in a token
 * is not for its bearer to read (RFC 9068, 6).
 */
export class PersonsToken {
  readonly #subject: string;
  readonly #askWho: (token: string) => Promise<Me>;
  #given: string | undefined;
  #proven: string | undefined;

  /** @param askWho asks the registry for whom a token stands */
  constructor(subject: string, askWho: (token: string) => Promise<Me>) {
    this.#subject = subject;
    this.#askWho = askWho;
  }

  give(token: string | undefined): void {
    this.#given = token;
  }

  /**
   * The token to use now, or none.
   * @throws {RegistryProblem} 401 `other_person`, and what `askWho` rejects with
   */
  async use(): Promise<string | undefined> {
    const given = this.#given;
    if (given === undefined || given === this.#proven) return given;
    const { person } = await this.#askWho(given);
    if (person.username !== this.#subject) throw new RegistryProblem(401, 'other_person');
    this.#proven = given;
    return given;
  }
}
