export { DocumentList } from './DocumentList';
export { DocumentReader } from './DocumentReader';
export type { BlockView, DocumentView } from './types';
