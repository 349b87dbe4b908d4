import { expect, test } from 'vitest';
import { isSafeAddress } from './addresses.ts';

test.each([
  'https://login.example.eu/auth?state=1',
  'http://127.0.0.1:8080/dev/oidc',
  'http://[::1]:8080',
  'http://localhost',
])('%s is safe', (address) => {
  expect(isSafeAddress(address)).toBe(true);
});

test.each([
  'http://login.example.eu',
  'http://127.0.0.1.example.eu',
  'http://localhost@login.example.eu',
  'https://name:secret@login.example.eu',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://127.0.0.1/share',
  'not an address',
  '',
])('%s is not', (address) => {
  expect(isSafeAddress(address)).toBe(false);
});
