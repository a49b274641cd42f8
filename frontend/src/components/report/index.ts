export { Conversation, type SaidMessage } from './Conversation';
export { REPORT_STATES, ReportStateTag, type ReportStateName } from './ReportStateTag';
