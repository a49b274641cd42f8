export { ApplicationsPage } from './ApplicationsPage';
export { DevelopersPage } from './DevelopersPage';
