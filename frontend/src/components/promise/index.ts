export { CreditEntries } from './CreditEntries';
export { Pieces } from './Pieces';
export { PromiseHistory } from './PromiseHistory';
export { PromiseText } from './PromiseText';
