export { FlowChart } from './FlowChart';
export type { FlowFigures, FlowProgress, FlowView } from './types';
