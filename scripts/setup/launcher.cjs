// Stands in resources/app of the fallback runtime, whose own default application is missing, and
// does what Electron's does: it runs the folder that the command line names.
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  console.error('Name the folder of the application, for example: electron .');
  process.exit(1);
}

console.error(
  `Roledesk runs on the fallback runtime, Electron ${process.versions.electron}: ` +
    'for development and tests on closed networks only.',
);
const root = resolve(folder);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setPath('userData', join(app.getPath('appData'), app.getName()));
app.setAppPath(root);
require(join(root, manifest.main));
