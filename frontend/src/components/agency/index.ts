export { Acts } from './Acts';
export { AgencyBadge } from './AgencyBadge';
export { EndingDialog } from './EndingDialog';
export { MandateFacts } from './MandateFacts';
export { type AgencyStateName, type AgentTaskName, TASKS } from './types';
