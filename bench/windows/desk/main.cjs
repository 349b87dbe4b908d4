// The built desk itself, which tells when the first queue has its data.
const { join } = require('node:path');
const tellWhenShown = require('../probe.cjs');

tellWhenShown('[data-testid="roles"] [data-role-id]');
// By its path: whoever checks the imports need not have built it.
require(join(__dirname, '..', '..', '..', 'out', 'main', 'main.cjs'));
