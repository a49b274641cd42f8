import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getImport, type Import } from '@/api/generated';
import { getImportQueryKey, listImportsQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { accessToken } from '@/api/session';
import { newIdempotencyKey } from '@/api/setup';
import { postForm } from '@/api/upload';
import { useLanguage } from '@/i18n';
import { renew } from '@/api/signin/session';
import { toProblem } from '@/lib/problem';

export interface ImportWish {
  file: File;
  dryRun: boolean;
  effectiveFrom: string;
  regionName: string;
  mapping: Record<string, string>;
}

const EVERY = 700;

export function isRunning(one: Import): boolean {
  return one.status !== 'done' && one.status !== 'refused' && one.status !== 'failed';
}

function toForm(wish: ImportWish): FormData {
  const form = new FormData();
  form.append('file', wish.file);
  form.append('dryRun', String(wish.dryRun));
  if (wish.effectiveFrom) form.append('effectiveFrom', wish.effectiveFrom);
  if (wish.regionName.trim()) form.append('regionName', wish.regionName.trim());
  if (Object.keys(wish.mapping).length > 0) form.append('mapping', JSON.stringify(wish.mapping));
  return form;
}

/** Sends a file and follows what becomes of it. */
export function useImport() {
  const language = useLanguage();
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const [id, setId] = useState<string>();

  const start = useMutation({
    mutationFn: async (wish: ImportWish) => {
      setShare(0);
      setId(undefined);
      const key = newIdempotencyKey();
      const send = () =>
        postForm<Import>('/api/v1/power-list/imports', toForm(wish), {
          headers: {
            Authorization: `Bearer ${accessToken()}`,
            'Accept-Language': language,
            'Idempotency-Key': key,
          },
          onProgress: setShare,
        });
      try {
        return await send();
      } catch (error) {
        if (toProblem(error).status !== 401 || !(await renew())) throw error;
        return send();
      }
    },
    onSuccess: (begun) => {
      setId(begun.id);
      queries.setQueryData(getImportQueryKey({ path: { id: begun.id } }), begun);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: listImportsQueryKey() }),
  });

  const followed = useQuery({
    queryKey: getImportQueryKey({ path: { id: id ?? '' } }),
    queryFn: async ({ signal }) =>
      (await getImport({ path: { id: id ?? '' }, signal, throwOnError: true })).data,
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && !isRunning(state.data) ? false : EVERY),
  });

  return {
    start: start.mutate,
    sending: start.isPending,
    share,
    error: start.error ?? followed.error,
    current: id === undefined ? undefined : followed.data,
    forget() {
      start.reset();
      setId(undefined);
    },
  };
}
