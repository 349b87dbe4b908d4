import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Appearance, usualAppearance } from '../../../shared/desk/appearance.ts';
import { environmentSchema } from '../../../shared/domain/vocabulary.ts';
import type { Stage } from '../stage.ts';

const looks = {
  compact: { density: 'compact' },
  large: { textSize: 150 },
  twice: { textSize: 200 },
} satisfies Record<string, Partial<Appearance>>;

/** Rows and text as close and as large as somebody wants them. */
export async function look(stage: Stage): Promise<void> {
  const registry = await stage.registry();
  for (const [name, chosen] of Object.entries(looks)) {
    const home = await stage.folder();
    const appearance: Appearance = { ...usualAppearance, ...chosen };
    await writeFile(join(home, 'appearance.json'), JSON.stringify(appearance));
    const { page, view, kill } = await stage.desk(registry, { home });
    await view.settled();
    await view.row(0).click();
    await stage.shoot(page, name);
    await kill();
  }
}

/** The window of each environment. */
export async function environment(stage: Stage): Promise<void> {
  for (const name of environmentSchema.options) {
    const registry = await stage.registry({ environment: name });
    const home = await stage.folder();
    await writeFile(join(home, 'settings.json'), JSON.stringify({ environment: name }));
    const { page, view, kill } = await stage.desk(registry, { home });
    await view.settled();
    await stage.shoot(page, name);
    await kill();
  }
}
