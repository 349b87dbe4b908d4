import { RegistryIntercepted, RegistryUnreachable } from './registry.ts';

/** What it means that a call found no answer. */
export function wayBroken(path: string, cause: unknown): RegistryUnreachable | RegistryIntercepted {
  if (isOfOtherHost(cause)) return new RegistryIntercepted(path, { cause });
  return new RegistryUnreachable(path, { isSureNotSent: isWithoutConnection(cause), cause });
}

/**
 * Where no connection came about nothing was sent. The code alone does not tell: a connection that breaks later ends
 * with EHOSTUNREACH, too.
 */
function isWithoutConnection(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isWithoutConnection);
  if (!(error instanceof Error)) return false;
  if ('syscall' in error) return error.syscall === 'connect' || error.syscall === 'getaddrinfo';
  if ('code' in error && error.code === 'UND_ERR_CONNECT_TIMEOUT') return true;
  return isWithoutConnection(error.cause);
}

/** What OpenSSL and Node call a certificate of somebody else; one that has run out is the registry's own. */
const foreignCertificateCodes: ReadonlySet<unknown> = new Set([
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Whether somebody answered who cannot prove to be the registry, as a network's sign-in page cannot. */
function isOfOtherHost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && foreignCertificateCodes.has(error.code)) return true;
  return isOfOtherHost(error.cause);
}
