import { useCallback, useEffect, useRef, useState } from 'react';
import type { Upload } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { withFile } from '@/lib/uploads';
import { type Draft, dropDraft, emptyDraft, hasContent, keepDraft, keptDraft } from './draft';

function tabStorage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

/** The draft on the page, kept in the tab a moment after every change and when the page is left. */
export function useDraft(itemCode: string) {
  const [start] = useState(() => {
    const kept = keptDraft(itemCode, tabStorage(), Date.now());
    return {
      draft: kept ?? emptyDraft(itemCode, newIdempotencyKey(), Date.now()),
      restored: !!kept,
    };
  });
  const [draft, setDraft] = useState<Draft>(start.draft);
  const [restored, setRestored] = useState(start.restored);
  const latest = useRef(draft);
  const gone = useRef(false);

  useEffect(() => {
    latest.current = draft;
    const timer = setTimeout(save, 250);
    return () => clearTimeout(timer);
  }, [draft]);

  function save() {
    if (!gone.current && hasContent(latest.current)) {
      keepDraft({ ...latest.current, savedAt: Date.now() }, tabStorage());
    }
  }

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, []);

  const change = useCallback((to: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...to }));
  }, []);

  const addFile = useCallback((code: string, upload: Upload, replaces: string | undefined) => {
    const file = { uploadId: upload.id, fileName: upload.fileName, size: upload.size };
    setDraft((before) => {
      const files = before.files[code] ?? [];
      return { ...before, files: { ...before.files, [code]: withFile(files, file, replaces) } };
    });
  }, []);

  const removeFile = useCallback((code: string, uploadId: string) => {
    setDraft((before) => {
      const files = { ...before.files };
      const left = (files[code] ?? []).filter((each) => each.uploadId !== uploadId);
      if (left.length > 0) files[code] = left;
      else delete files[code];
      return { ...before, files };
    });
  }, []);

  return {
    draft,
    restored,
    change,
    addFile,
    removeFile,
    /** Keeps it now, for what must not be lost, such as that it has been sent. */
    changeAndKeep(to: Partial<Draft>) {
      latest.current = { ...latest.current, ...to };
      keepDraft({ ...latest.current, savedAt: Date.now() }, tabStorage());
      change(to);
    },
    /** Nothing of it stays on this machine. */
    drop() {
      gone.current = true;
      dropDraft(itemCode, tabStorage());
    },
    startAfresh() {
      dropDraft(itemCode, tabStorage());
      setRestored(false);
      setDraft(emptyDraft(itemCode, newIdempotencyKey(), Date.now()));
    },
  };
}

export type DraftHandle = ReturnType<typeof useDraft>;
