import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import {
  MOST_BYTES,
  type PendingFile,
  type UploadedFile,
  type Uploads,
  withFile,
} from '@/lib/uploads';
import type { Upload } from './generated';
import { postForm } from './upload';

let lastId = 0;

/** Files on their way to the city, one by one, each with its progress and its own problem. */
export function useUploads(
  onDone: (code: string, upload: Upload, replaces: string | undefined) => void,
): Uploads {
  const language = useLanguage();
  const [pending, setPending] = useState<readonly PendingFile[]>([]);
  const aborts = useRef(new Map<number, AbortController>());
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);

  const change = useCallback((id: number, to: Partial<PendingFile>) => {
    setPending((before) => before.map((each) => (each.id === id ? { ...each, ...to } : each)));
  }, []);
  const forget = useCallback((id: number) => {
    aborts.current.delete(id);
    setPending((before) => before.filter((each) => each.id !== id));
  }, []);

  const send = useCallback(
    async (each: PendingFile) => {
      const abort = new AbortController();
      aborts.current.set(each.id, abort);
      const form = new FormData();
      form.append('file', each.file);
      try {
        const upload = await postForm<Upload>('/api/v1/uploads', form, {
          headers: { 'Accept-Language': language },
          signal: abort.signal,
          onProgress: (share) => change(each.id, { share }),
        });
        forget(each.id);
        done.current(each.code, upload, each.replaces);
      } catch (error) {
        if (!abort.signal.aborted) change(each.id, { problem: toProblem(error), share: 0 });
      }
    },
    [language, change, forget],
  );

  return {
    pending,
    busy: pending.some((each) => !each.problem && !each.tooLarge),
    add(code: string, files: readonly File[], replaces?: string) {
      const added = files.map((file): PendingFile => {
        const tooLarge = file.size > MOST_BYTES;
        return { id: ++lastId, code, file, replaces, share: 0, tooLarge, problem: undefined };
      });
      setPending((before) => [...before, ...added]);
      for (const each of added) if (!each.tooLarge) void send(each);
    },
    retry(id: number) {
      const each = pending.find((one) => one.id === id);
      if (!each) return;
      change(id, { problem: undefined, share: 0 });
      void send(each);
    },
    cancel(id: number) {
      aborts.current.get(id)?.abort();
      forget(id);
    },
  };
}

/** The files given so far for what is asked for, with those on their way. */
export function useGivenFiles(onGiven?: () => void) {
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const uploads = useUploads((code, { id, fileName, size }, replaces) => {
    setFiles((before) => withFile(before, { code, uploadId: id, fileName, size }, replaces));
    onGiven?.();
  });
  return {
    files,
    uploads,
    remove(uploadId: string) {
      setFiles((before) => before.filter((each) => each.uploadId !== uploadId));
    },
  };
}
