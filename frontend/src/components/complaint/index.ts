export { ComplaintSteps } from './ComplaintSteps';
export { ComplaintStateTag } from './ComplaintStateTag';
export { emptyMessage, type Message, MessageFields, messageErrors } from './MessageFields';
export { SimilarAnswers, type AnswerView } from './SimilarAnswers';
