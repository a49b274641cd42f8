import type { ProblemDetail } from './problem';

/** What one file may weigh; the server refuses more. */
export const MOST_BYTES = 10 * 1024 * 1024;
export const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx';

/** A file that is on its way or didn't get there. */
export interface PendingFile {
  id: number;
  code: string;
  file: File;
  /** uploadId of the file it takes the place of */
  replaces: string | undefined;
  share: number;
  tooLarge: boolean;
  problem: ProblemDetail | undefined;
}

/** Files on their way to the city, and what can be done about each. */
export interface Uploads {
  pending: readonly PendingFile[];
  /** Files are on their way. */
  busy: boolean;
  add: (code: string, files: readonly File[], replaces?: string) => void;
  retry: (id: number) => void;
  cancel: (id: number) => void;
}

/** A file the city has, for a material that is asked for. */
export interface UploadedFile {
  code: string;
  uploadId: string;
  fileName: string;
  size: number;
}

/** The files with one more, in the place of the one it replaces. */
export function withFile<File extends { uploadId: string }>(
  files: readonly File[],
  file: File,
  replaces: string | undefined,
): File[] {
  return files.some((each) => each.uploadId === replaces)
    ? files.map((each) => (each.uploadId === replaces ? file : each))
    : [...files, file];
}
