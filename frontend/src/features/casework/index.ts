export { ApplyPage } from './apply/ApplyPage';
export { OwnDataPage } from './data/OwnDataPage';
export { OwnCasePage } from './own/OwnCasePage';
export { OwnCasesPage } from './own/OwnCasesPage';
export { HeldPromisePage, OwnPromisePage } from './track/PromisePage';
export { ReceiptPage } from './receipt/ReceiptPage';
export { TrackPage } from './track/TrackPage';
