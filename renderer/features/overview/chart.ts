import type { Mark } from '../../../shared/desk/overview.ts';
import type { Shown, Spot } from './picture.ts';

/** What a chart is given, whatever its shape. */
export interface ChartProps {
  shown: Shown;
  /** The ids of its title and of what explains it. */
  labelledBy: string;
  describedBy: string;
  /** Tells what the pointer or the focus is on, or that it has left. */
  onPoint: (spot: Spot | undefined) => void;
  onShow: (mark: Mark) => void;
}
