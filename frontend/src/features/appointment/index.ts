export { AppointmentsPage } from './AppointmentsPage';
export { BookPage } from './BookPage';
