export { FlowChart } from './FlowChart';
export type { FlowProgress, FlowView } from './types';
