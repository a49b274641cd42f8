export { CouncilPage } from './CouncilPage';
export { RoomArea } from './RoomArea';
