export { OpenPage } from './OpenPage';
export { ProjectsPage } from './ProjectsPage';
export { RegisterPage } from './RegisterPage';
export { TrackPage } from './TrackPage';
