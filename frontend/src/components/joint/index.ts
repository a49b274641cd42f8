export { Lanes } from './Lanes';
export { ThemeChart } from './ThemeChart';
export type { LaneView, ThemeItemView } from './types';
