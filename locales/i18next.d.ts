import type desktop from './en/desktop.json';

/** Keys are typed from English; each feature's file is a namespace. */
interface Texts {
  desktop: typeof desktop;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desktop';
    resources: Texts;
    enableSelector: false;
  }
}
