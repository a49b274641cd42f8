export { AnswerPage } from './AnswerPage';
export { ReportPage } from './ReportPage';
