import { useTranslation } from 'react-i18next';
import type { Span } from '../../../shared/desk/queues.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useNow } from '../../i18n/useNow.ts';
import chip from '../../ui/Chip.module.css';
import { Chip } from '../../ui/Chip.tsx';

interface SpanChipProps {
  label: string;
  span: Span;
  onClear: () => void;
}

/** From when until when something happened; chosen elsewhere, said and cleared here. */
export function SpanChip({ label, span: { from, to }, onClear }: SpanChipProps) {
  const { t } = useTranslation(['queue']);
  const { moment } = useFormat();
  const nowMs = useNow();
  const [start, end] = [from && moment(from, nowMs), to && moment(to, nowMs)];
  const value =
    start && end
      ? t('queue:filter.between', { start, end })
      : start
        ? t('queue:filter.since', { start })
        : t('queue:filter.until', { end });
  return <ValueChip label={label} value={value} onClear={onClear} />;
}

/** When something was so; chosen elsewhere, said and cleared here. */
export function MomentChip(props: { label: string; at: string; onClear: () => void }) {
  const { moment } = useFormat();
  const nowMs = useNow();
  return <ValueChip {...props} value={moment(props.at, nowMs)} />;
}

function ValueChip(props: { label: string; value: string; onClear: () => void }) {
  const { t } = useTranslation(['ui']);
  return (
    <Chip label={props.label} onClear={props.onClear}>
      <span className={chip.value}>
        <span className={chip.text}>
          {t('ui:filter.set', { label: props.label, value: props.value })}
        </span>
      </span>
    </Chip>
  );
}
