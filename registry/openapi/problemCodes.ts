/** Every `code` of a problem document, its status and what it means. Codes are never changed or given another meaning. */
export const problemCodes = {
  invalid_request: { status: 400, meaning: 'The request has another form; `errors` names where.' },
  malformed_json: { status: 400, meaning: 'The body is not JSON in UTF-8.' },
  idempotency_key_missing: { status: 400, meaning: 'The header `Idempotency-Key` is missing.' },
  cursor_invalid: { status: 400, meaning: 'The cursor is none, or of another search.' },
  token_missing: { status: 401, meaning: 'There is no bearer token.' },
  token_invalid: {
    status: 401,
    meaning: 'The token is forged, of another environment, or nobody’s.',
  },
  token_expired: { status: 401, meaning: 'The token has expired.' },
  person_unknown: {
    status: 403,
    meaning: 'The token is good, and the registry does not know the person.',
  },
  scope_missing: { status: 403, meaning: 'The token lacks the scope that the call needs.' },
  own_role: { status: 403, meaning: 'Nobody decides on a role of their own.' },
  not_allowed: { status: 403, meaning: 'The caller sees this and does not decide on it.' },
  body_under_full_control: {
    status: 403,
    meaning: 'The central competent authority keeps the decisions in this body.',
  },
  not_requester: { status: 403, meaning: 'The request is somebody else’s.' },
  not_found: {
    status: 404,
    meaning: 'There is no such thing, or it is out of the caller’s scope.',
  },
  unknown_username: { status: 404, meaning: 'Nobody has this user name.' },
  request_timeout: { status: 408, meaning: 'The request did not come in time.' },
  claimed: { status: 409, meaning: 'A colleague is on it, and the claim still runs.' },
  illegal_transition: { status: 409, meaning: 'The role waits for no decision.' },
  no_longer_requested: { status: 409, meaning: 'The request was decided or taken back meanwhile.' },
  cursor_expired: {
    status: 410,
    meaning: 'The cursor is too old, or the scope has changed: start afresh.',
  },
  stale: { status: 412, meaning: 'What is to be replaced was changed meanwhile.' },
  payload_too_large: { status: 413, meaning: 'The body is too large.' },
  too_many_decisions: { status: 413, meaning: 'More than 500 decisions.' },
  uri_too_long: { status: 414, meaning: 'A part of the address is too long.' },
  unsupported_media_type: { status: 415, meaning: 'The body is not `application/json`.' },
  invalid_fields: {
    status: 422,
    meaning: 'Fields are missing or do not fit; `errors` names each.',
  },
  idempotency_key_reused: { status: 422, meaning: 'The key came before, with another content.' },
  if_match_missing: { status: 428, meaning: 'The header `If-Match` is missing.' },
  too_many_requests: { status: 429, meaning: 'Too many calls; `Retry-After` says when to go on.' },
  headers_too_large: { status: 431, meaning: 'Request line and headers are too large.' },
  internal_error: {
    status: 500,
    meaning: 'A fault of the registry; it is in its log, under `instance`.',
  },
  issuer_unreachable: { status: 503, meaning: 'Tokens cannot be checked just now.' },
  storage_unavailable: {
    status: 503,
    meaning: 'The database cannot be reached just now; `Retry-After` says when to go on.',
  },
} as const;

export type ProblemCode = keyof typeof problemCodes;
