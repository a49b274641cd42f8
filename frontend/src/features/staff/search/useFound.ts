import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  listCasesOptions,
  searchPowerItemsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';

/** Cases and items for what is typed; people are looked for only when somebody asks for it, since it is recorded. */
export function useFound(q: string, limit: number) {
  const account = useAccount();
  const seesCases = mayAny(account, ['cases.read']);
  const cases = useQuery({
    ...listCasesOptions({ query: { scope: 'department', q, limit } }),
    enabled: q !== '' && seesCases,
    placeholderData: keepPreviousData,
  });
  const items = useQuery({
    ...searchPowerItemsOptions({ query: { q, limit } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  return {
    cases: q === '' ? undefined : cases.data,
    items: q === '' ? undefined : items.data,
    seesCases,
    searching: q !== '' && (cases.isFetching || items.isFetching),
    error: cases.error ?? items.error,
  };
}
