export { ApplyPage } from './ApplyPage';
export { TrackPage } from './TrackPage';
export { ReceiptPage } from './ReceiptPage';
