import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type ItemProposal,
  previewItemVersion,
  publishItemVersion,
  type PublishedVersion,
} from '@/api/generated';
import { toProblem } from '@/lib/problem';
import type { FormError } from './form/FormScope';

/** First what a form would change, then the publication; both refuse with the same errors. */
export function usePublishing(code: string, seen: number) {
  const queries = useQueryClient();
  const preview = useMutation({
    mutationFn: async (form: object) => {
      const body = form as ItemProposal;
      return (await previewItemVersion({ path: { code }, body, throwOnError: true })).data;
    },
  });
  const publish = useMutation<PublishedVersion, Error, object>({
    mutationFn: async (form) => {
      const body = form as ItemProposal;
      const headers = { 'If-Match': `"${seen}"` };
      return (await publishItemVersion({ path: { code }, body, headers, throwOnError: true })).data;
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  const failed = preview.error ? toProblem(preview.error) : undefined;
  const errors: FormError[] = (failed?.errors ?? []).map((error) => ({
    pointer: error.pointer ?? '',
    text: error.detail,
  }));
  return { preview, publish, errors, failed };
}
