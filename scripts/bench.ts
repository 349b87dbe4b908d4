import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { benchDesk } from '../bench/desk.ts';
import { reportSchema } from '../bench/report.ts';
import { runCommand } from './command.ts';
import { projectFolder } from './package-program.ts';
import { SetupError } from './setup/progress.mjs';

const benches = { desk: benchDesk };
const usage = `usage: npm run bench -- ${Object.keys(benches).join(' | ')} [--rows N] --json`;
const argumentsSchema = z.object({
  name: z.enum(['desk']),
  rows: z.coerce.number().int().positive(),
});

/** Where data are kept that take minutes to make. */
const kept = join(projectFolder, '.cache', 'bench');

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rows: { type: 'string', default: '100000' }, json: { type: 'boolean' } },
  });
  const asked = argumentsSchema.safeParse({ name: positionals[0], rows: values.rows });
  if (!asked.success) throw new SetupError(usage);
  const { name, rows } = asked.data;
  const report = reportSchema.parse(await benches[name]({ rows, kept }));
  process.stdout.write(`${JSON.stringify(report, null, values.json ? 0 : 2)}\n`);
});
