export { AppointmentsPage } from './AppointmentsPage';
export { BookPage } from './BookPage';
export { ItemBookPage } from './ItemBookPage';
