export { Refusal, type RefusalView } from './Refusal';
