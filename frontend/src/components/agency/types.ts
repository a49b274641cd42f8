/** How far it has come with somebody's agent. */
export type AgencyStateName = 'asked' | 'taken' | 'inForce' | 'lapsed' | 'ended';

/** What an agent can be authorised to do. */
export type AgentTaskName = 'apply' | 'supplement' | 'book' | 'collect';

/** The tasks in the order of the work. */
export const TASKS: readonly AgentTaskName[] = ['apply', 'supplement', 'book', 'collect'];
