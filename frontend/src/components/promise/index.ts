export { ConditionsField } from './ConditionsField';
export { CreditEntries } from './CreditEntries';
export { LaterField } from './LaterField';
export { Pieces } from './Pieces';
export { PromiseHistory } from './PromiseHistory';
export { PromiseText } from './PromiseText';
