import '@fontsource-variable/inter/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { ask } from '../desk/client.ts';
import { keepFresh, keepTimely } from '../desk/freshness.ts';
import { newQueryClient } from '../desk/useDesk.ts';
import { loadTexts } from '../i18n/setup.ts';
import { App } from './App.tsx';
import { firstAnswers } from './firstAnswers.ts';
import { showAppearance } from './showAppearance.ts';

const client = newQueryClient();
keepFresh(client, window.desk.listen);
keepTimely(client);
// Not by the client: it drops what it asks for when main has news, as of a store that cannot be opened.
const info = await ask('app:info', undefined);
showAppearance(info.appearance);
const [texts] = await Promise.all([
  loadTexts(info.language),
  info.hasDesk ? firstAnswers(client) : undefined,
]);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={texts}>
        <App />
      </I18nextProvider>
    </QueryClientProvider>
  </StrictMode>,
);
