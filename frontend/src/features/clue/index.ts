export { CluesPage } from './CluesPage';
