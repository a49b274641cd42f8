import { startKiosk } from './features/kiosk';

void startKiosk();
