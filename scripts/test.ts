import { parseArgs } from 'node:util';
import { checks } from './testing/checks.ts';
import { runners } from './testing/runners.ts';
import { runSteps } from './testing/steps.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
await runSteps([...checks, ...runners], values.only);
