// The built desk itself, which tells when the first queue has its data.
const tellWhenShown = require('../probe.cjs');

tellWhenShown('[data-testid="roles"] [data-role-id]');
require('../../../out/main/main.cjs');
