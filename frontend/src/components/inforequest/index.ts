export { ReceiptFacts } from './Receipt';
export { RequestAnswer, RequestDecision } from './RequestAnswer';
export {
  emptyRequest,
  requestBody,
  requestErrors,
  RequestFields,
  type TypedRequest,
  useRequestSummary,
} from './RequestFields';
export { RequestStateTag } from './RequestStateTag';
export { RequestSteps } from './RequestSteps';
