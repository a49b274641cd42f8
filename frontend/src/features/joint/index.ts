export { ApplyPage } from './ApplyPage';
export { ThemePage } from './ThemePage';
export { ThemesPage } from './ThemesPage';
export { TrackPage } from './TrackPage';
