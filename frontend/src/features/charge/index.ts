export { FeesPage } from './FeesPage';
export { BillPage, OwnBillPage } from './BillPage';
export { SandboxPage } from './SandboxPage';
