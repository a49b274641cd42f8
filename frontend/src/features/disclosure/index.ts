export { DepartmentPage } from './DepartmentPage';
export { DisclosurePage } from './DisclosurePage';
export { DisclosuresPage } from './DisclosuresPage';
export { DutiesPage } from './DutiesPage';
export { SubscriptionPage } from './SubscriptionPage';
