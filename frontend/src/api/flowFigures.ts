import { useQuery } from '@tanstack/react-query';
import { getFlowStatisticsOptions } from './generated/@tanstack/react-query.gen';

/**
 * How long the steps of an item's flow take. A flow is shown without when that can't be had.
 *
 * @param submittedAt when a case began, to look at the flow it runs on; without, the one in force
 */
export function useFlowFigures(code: string, submittedAt?: string) {
  const on = submittedAt?.slice(0, 10);
  return useQuery({
    ...getFlowStatisticsOptions({ path: { code }, ...(on && { query: { on } }) }),
    staleTime: 60_000,
    retry: false,
  }).data;
}
