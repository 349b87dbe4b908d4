import type about from './en/about.json';
import type account from './en/account.json';
import type app from './en/app.json';
import type codes from './en/codes.json';
import type commands from './en/commands.json';
import type connection from './en/connection.json';
import type deciding from './en/deciding.json';
import type desktop from './en/desktop.json';
import type environment from './en/environment.json';
import type exporting from './en/export.json';
import type mail from './en/mail.json';
import type outbox from './en/outbox.json';
import type overview from './en/overview.json';
import type places from './en/places.json';
import type preferences from './en/preferences.json';
import type queue from './en/queue.json';
import type reasons from './en/reasons.json';
import type request from './en/request.json';
import type store from './en/store.json';
import type ui from './en/ui.json';

/** Keys are typed from English; each feature's file is a namespace. */
interface Texts {
  about: typeof about;
  account: typeof account;
  app: typeof app;
  codes: typeof codes;
  commands: typeof commands;
  connection: typeof connection;
  deciding: typeof deciding;
  desktop: typeof desktop;
  environment: typeof environment;
  export: typeof exporting;
  mail: typeof mail;
  outbox: typeof outbox;
  overview: typeof overview;
  places: typeof places;
  preferences: typeof preferences;
  queue: typeof queue;
  reasons: typeof reasons;
  request: typeof request;
  store: typeof store;
  ui: typeof ui;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desktop';
    resources: Texts;
    enableSelector: false;
  }
}
