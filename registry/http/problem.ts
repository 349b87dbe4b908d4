/** A field at fault, by its path in the request (`operator.activities.0.activity`), and what is wrong with it. */
export interface FieldError {
  path: string;
  code: string;
}

/** An error that the registry answers with, as a problem document (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    more: { errors?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}
