import { queryOptions } from '@tanstack/react-query';
import { draftPromise, type PromiseDraft } from './generated';

/** The text of what somebody would sign for an item, before they do. */
export const promiseTextOptions = (asked: PromiseDraft) =>
  queryOptions({
    queryKey: ['promiseText', asked],
    queryFn: async ({ signal }) =>
      (await draftPromise({ body: asked, signal, throwOnError: true })).data,
    staleTime: 60_000,
  });
