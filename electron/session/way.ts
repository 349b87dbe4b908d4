import { join } from 'node:path';
import { safeStorage, shell } from 'electron';
import type { i18n } from 'i18next';
import { systemCipher } from '../secrets/cipher.ts';
import { TokenKeeper } from '../secrets/keptTokens.ts';
import type { Settings } from '../settings/settings.ts';
import { answerPage } from './answerPage.ts';
import type { DevelopmentVariables } from './development.ts';
import { developmentSignIn } from './developmentSignIn.ts';
import { ProviderSignIn } from './providerSignIn.ts';
import type { SignInWay } from './signIn.ts';

/**
 * How to sign in at a registry: as the development user where one is set, else at a provider, with the browser and the
 * keyring of the system.
 */
export function signInWay(
  registry: string,
  { profile, settings, development, texts }: WayParts,
): SignInWay {
  if (development.username !== undefined) return developmentSignIn(registry, development.username);
  const file = join(profile, 'secrets', `${settings.environment}.bin`);
  return new ProviderSignIn({
    registry,
    settings,
    keeper: new TokenKeeper(file, systemCipher(safeStorage)),
    browser: {
      open: (address) => shell.openExternal(address),
      pageOf: (page) =>
        answerPage({
          language: texts.language,
          direction: texts.dir(),
          title: texts.t(`desktop:signInPage.${page}.title`),
          text: texts.t(`desktop:signInPage.${page}.text`),
        }),
    },
  });
}

interface WayParts {
  profile: string;
  settings: Settings;
  development: DevelopmentVariables;
  /** In the language of the interface, also after it was changed. */
  texts: i18n;
}
