import { type Health, protocol } from '../../../shared/wire/health.ts';
import type { CallDocsByCall } from '../callDocs.ts';

/** Calls about the registry itself. */
export const service: CallDocsByCall = {
  'GET /v1/health': {
    operationId: 'readHealth',
    tag: 'Service',
    summary: 'Which environment and protocol answer here',
    description: 'And where to sign in: issuer, client id and resource (RFC 8707). Needs no token.',
    answer: {
      training: {
        status: 'ok',
        environment: 'training',
        protocol,
        time: '2026-11-22T08:31:52.722Z',
        signIn: {
          issuer: 'https://login.example',
          clientId: 'roledesk',
          resource: 'https://registry.example',
        },
      } satisfies Health,
    },
  },
};
