export { CreditEntries } from './CreditEntries';
export { Pieces } from './Pieces';
export { PromiseText } from './PromiseText';
