import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { Queue, RoleRow } from '../../../shared/desk/queues.ts';
import { AdviceCell, BodyCell, DecidedCell, DueCell, PersonCell, RegistryCell } from './cells.tsx';
import { Title } from './Title.tsx';

/** A line of the grid; its row is undefined until its page is here. */
export interface Line {
  index: number;
  row: RoleRow | undefined;
  /** The present, for what is said relative to it. */
  nowMs: number;
}

export const features = tableFeatures({ rowSortingFeature });
const column = createColumnHelper<typeof features, Line>();

const person = column.accessor(({ row }) => row?.personName, {
  id: 'person',
  header: () => <Title of="person" />,
  cell: ({ row: { original } }) => original.row && <PersonCell row={original.row} />,
});
const body = column.accessor(({ row }) => row?.bodyName, {
  id: 'body',
  header: () => <Title of="body" />,
  cell: ({ row: { original } }) => original.row && <BodyCell row={original.row} />,
});
const due = column.accessor(({ row }) => row?.dueAt, {
  id: 'due',
  header: () => <Title of="due" />,
  cell: ({ row: { original } }) =>
    original.row && <DueCell row={original.row} nowMs={original.nowMs} />,
});
const decidedAs = (title: 'suspended' | 'valid' | 'decided') =>
  column.accessor(({ row }) => row?.decided?.at, {
    id: 'decided',
    header: () => <Title of={title} />,
    cell: ({ row: { original } }) =>
      original.row && <DecidedCell row={original.row} nowMs={original.nowMs} />,
  });
const advice = column.display({
  id: 'advice',
  header: () => <Title of="advice" />,
  cell: ({ row: { original } }) => original.row && <AdviceCell row={original.row} />,
});
const registry = column.display({
  id: 'registry',
  header: () => <Title of="registry" />,
  cell: ({ row: { original } }) => original.row && <RegistryCell row={original.row} />,
});

/** The columns of each queue; those with an accessor are sorted by the service under their id. */
export const columnsOf: Record<Queue, ReturnType<typeof column.columns>> = {
  requested: column.columns([person, body, due, advice]),
  suspended: column.columns([person, body, decidedAs('suspended'), advice]),
  valid: column.columns([person, body, decidedAs('valid'), advice]),
  decided: column.columns([person, body, decidedAs('decided'), registry]),
};
