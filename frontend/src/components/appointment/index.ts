export { type Slot, SlotField } from './SlotField';
