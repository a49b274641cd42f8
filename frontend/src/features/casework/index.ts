export { ApplyPage } from './apply/ApplyPage';
export { ReceiptPage } from './receipt/ReceiptPage';
export { TrackPage } from './track/TrackPage';
