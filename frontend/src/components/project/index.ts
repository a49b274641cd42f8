export { PhaseBadge } from './PhaseBadge';
export { Phases } from './Phases';
export type { PhaseView } from './types';
