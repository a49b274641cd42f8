export { ComplaintsPage } from './ComplaintsPage';
export { NewPage } from './NewPage';
export { TrackPage } from './TrackPage';
