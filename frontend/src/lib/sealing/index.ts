/** Sealing reports in the browser: the server is given bytes that it can't open (ADR 108). */
export { fromBase64, toBase64, type Bytes } from './bytes';
export { openFile, prepare, sealFile, type Prepared, type Refusal } from './files';
export type { Keys } from './hpke';
export {
  fingerprint,
  keepKeys,
  keptKeys,
  makeKeys,
  readBackup,
  restoreKeys,
  type Backup,
} from './keyring';
export {
  openWords,
  readers,
  sealAgain,
  sealWords,
  type NamedFile,
  type Place,
  type Reader,
  type SealedWords,
  type Words,
} from './message';
export { groups, newReceipt, readReceipt, unfold } from './receipt';
export { work } from './work';
