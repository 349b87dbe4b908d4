import { readdirSync, readFileSync } from 'node:fs';

/** The memory of a process and all that it has started, in MiB (PSS: what is shared counts in parts). Linux alone. */
export function memoryOf(pid: number): number {
  const kib = familyOf(pid).reduce((sum, member) => sum + pssKiB(member), 0);
  return kib / 1024;
}

function familyOf(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter(isNumber)
      .map((name) => [Number(name), parentOf(name)]),
  );
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

/** The name of a program stands in brackets and may hold any sign: the numbers begin after the last one. */
function parentOf(pid: string): number {
  const [, , parent] = read(`/proc/${pid}/stat`).replace(/^.*\)/s, ')').split(' ');
  return Number(parent);
}

function pssKiB(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** Empty where the process has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
