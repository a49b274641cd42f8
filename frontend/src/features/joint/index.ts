export { ApplyPage } from './ApplyPage';
export { PhaseForm } from './PhaseForm';
export { ThemePage } from './ThemePage';
export { ThemesPage } from './ThemesPage';
export { TrackPage } from './TrackPage';
