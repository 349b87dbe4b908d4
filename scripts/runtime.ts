import { runCommand } from './command.ts';
import { ensureRuntime, sayIfFallback } from './setup/runtime.ts';

await runCommand(async () => {
  const runtime = await ensureRuntime();
  sayIfFallback(runtime);
  console.log(runtime.executable);
});
