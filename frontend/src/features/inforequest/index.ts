export { NewPage } from './NewPage';
export { RequestsPage } from './RequestsPage';
export { TrackPage } from './TrackPage';
