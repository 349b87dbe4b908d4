// The floor: what a window costs that does nothing, opened as the desk opens its own.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');
const tellWhenShown = require('../probe.cjs');

app.setPath('userData', process.env.ROLEDESK_HOME);
tellWhenShown('body');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    useContentSize: true,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.loadFile(join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
