import { setImmediate as othersTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Body } from '../../shared/domain/body.ts';
import {
  type ComparedOperator,
  comparedNumbers,
  comparedOperator,
  duplicatesOf,
  reasonToSuspect,
} from '../../shared/domain/duplicates.ts';
import { comparedName } from '../../shared/domain/operatorName.ts';
import { updateBody } from '../feed/publish.ts';
import type { Reader, Writer } from '../storage/storage.ts';

/** The existing operators that a new one is probably the same as (rule 6). */
export async function duplicatesFor(reader: Reader, operator: Body): Promise<Body['duplicates']> {
  return duplicatesAmong(reader, operator, await operatorsIn(reader, operator.country));
}

/**
 * Brings the duplicates of pending operators up to date, after some operators have become valid or have another name.
 * @param changed these operators; of a renamed one also as it was before
 */
export async function refreshDuplicates(writer: Writer, changed: Body[]): Promise<void> {
  for (const [country, group] of Map.groupBy(changed, (each) => each.country)) {
    const operators = await operatorsIn(writer, country);
    const alike = new Set<string>();
    for (const each of group) {
      for (const id of idsLike(each, operators)) alike.add(id);
      await othersTurn();
    }
    for (const id of alike) {
      const body = await writer.body(id);
      if (body?.status !== 'pending') continue;
      const duplicates = await duplicatesAmong(writer, body, operators);
      if (isDeepStrictEqual(duplicates, body.duplicates)) continue;
      await updateBody(writer, { ...body, duplicates });
    }
  }
}

async function duplicatesAmong(
  reader: Reader,
  operator: Body,
  operators: ComparedOperator[],
): Promise<Body['duplicates']> {
  const others: Body[] = [];
  for (const id of idsLike(operator, operators)) {
    const other = await reader.body(id);
    if (other) others.push(other);
  }
  const found = duplicatesOf(operator, others);
  return found.length > 0 ? found : undefined;
}

function idsLike(operator: Body, operators: ComparedOperator[]): string[] {
  const compared = comparedOperator(operator);
  return operators.flatMap((other) => (reasonToSuspect(compared, other) ? [other.id] : []));
}

/** All operators of a country, of any status. There can be tens of thousands: their documents are not read. */
async function operatorsIn(reader: Reader, country: string): Promise<ComparedOperator[]> {
  const known = await reader.operatorTexts(country);
  return known.map(({ id, nameKey, searchText }) => ({
    ...{ id, country, name: comparedName(nameKey) },
    numbers: comparedNumbers(searchText.split('\n').filter((line) => line !== nameKey)),
  }));
}
