export { ContactFields } from './ContactFields';
export { DaysLeft } from './DaysLeft';
export { Derivation } from './Derivation';
export { History } from './History';
export { KnownLines } from './KnownLines';
export { Notices } from './Notices';
export { NoticeChoiceFields } from './NoticeChoiceFields';
export type { HistoryView, NoticeView } from './types';
export { GivenKeys } from './GivenKeys';
