import { startBoard } from './features/board';

startBoard();
