export { ChargeLines, type ChargeLine } from './Lines';
export { BillBadge, type BillStateName } from './BillBadge';
export { ChargeTotal } from './Total';
