export { HeldDocumentPage } from './HeldDocumentPage';
export { OwnDocumentPage } from './OwnDocumentPage';
export { VerifyPage } from './VerifyPage';
