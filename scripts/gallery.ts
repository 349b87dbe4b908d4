import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { runCommand } from './command.ts';
import { contactSheet } from './gallery/contactSheet.ts';
import { forgetLongLanguage, longLanguage, writeLongLanguage } from './gallery/longLanguage.ts';
import { scenes } from './gallery/scenes.ts';
import { type Picture, Stage } from './gallery/stage.ts';
import { SetupError } from './setup/progress.mjs';
import { setUpWindow } from './window.ts';

const allLanguages = ['en', 'de', longLanguage];

/**
 * Pictures of every state of the window, in light and dark, in each language; `--only` and `--languages` narrow it. Fails where
 * a state was not reached or axe finds something in one.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      only: { type: 'string' },
      languages: { type: 'string' },
    },
  });
  if (!values.out) throw new SetupError('Say where the pictures go: npm run gallery -- --out DIR');
  const out = resolve(values.out);
  const wanted = Object.entries(scenes).filter(
    ([name]) => values.only?.split(',').includes(name) ?? true,
  );
  if (wanted.length === 0) {
    throw new SetupError(
      `No scene is named ${values.only}: they are ${Object.keys(scenes).join(', ')}`,
    );
  }
  await mkdir(out, { recursive: true });
  writeLongLanguage();
  const window = await setUpWindow('tests').catch((error: unknown) => {
    forgetLongLanguage();
    throw error;
  });
  const pictures: Picture[] = [];
  const failed: string[] = [];
  try {
    await build();
    for (const language of values.languages?.split(',') ?? allLanguages) {
      for (const [scene, show] of wanted) {
        const stage = new Stage({ out, language, scene, env: window.env });
        await show(stage)
          .catch((error: unknown) => {
            failed.push(
              `${scene} in ${language}: ${error instanceof Error ? error.message : error}`,
            );
          })
          .finally(() => stage.end());
        pictures.push(...stage.pictures);
        failed.push(...stage.findings);
        process.stdout.write(`${language} ${scene}: ${stage.pictures.length} pictures\n`);
      }
    }
    await writeFile(join(out, 'index.html'), contactSheet(pictures));
  } finally {
    await window.close();
    forgetLongLanguage();
    await build();
  }
  for (const each of failed) process.stderr.write(`${each}\n`);
  process.stdout.write(`${pictures.length} pictures in ${out}\n`);
  return failed.length === 0 ? 0 : 1;
});
