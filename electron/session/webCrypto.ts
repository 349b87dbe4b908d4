import { webcrypto } from 'node:crypto';

// The oldest runtime has Web Cryptography, but not under the name by which openid-client asks for it.
if (!('crypto' in globalThis)) Object.assign(globalThis, { crypto: webcrypto });
