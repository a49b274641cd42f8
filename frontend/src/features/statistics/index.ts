export { PredictionsPage } from './PredictionsPage';
