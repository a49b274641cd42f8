export { ClientFacts } from './ClientFacts';
export { ClientUsage } from './ClientUsage';
export type { ShownClient, ShownScope, ShownUsage } from './types';
