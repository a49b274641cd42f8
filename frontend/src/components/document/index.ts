export { DocumentList } from './DocumentList';
export { DocumentReader } from './DocumentReader';
export { OfficialDocument } from './OfficialDocument';
export type { BlockView, DocumentView } from './types';
