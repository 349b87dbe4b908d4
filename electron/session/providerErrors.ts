/** The provider did not answer, or not now. */
export class ProviderUnreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('provider_unreachable', options);
  }
}

/** The provider answered with an error of OAuth (RFC 6749, 4.1.2.1 and 5.2). */
export class ProviderRefused extends Error {
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** The clocks of this computer and the provider are too far apart to judge how long a token is good. */
export class ClocksApart extends Error {
  constructor(options?: ErrorOptions) {
    super('clocks_apart', options);
  }
}

/** An answer came that does not pass the checks: of another issuer, for another client, badly signed, or none of the protocol. */
export class ProviderAnswerInvalid extends Error {
  constructor(options?: ErrorOptions) {
    super('provider_answer_invalid', options);
  }
}
