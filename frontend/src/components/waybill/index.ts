export { Passage, type Travelling } from './Passage';
