export { MaterialUpload } from './MaterialUpload';
