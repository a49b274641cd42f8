import { useSearchParams } from 'wouter';

/** Which part of a list is shown, as the address has it; the first where it has none. */
export function useShow<Show extends string>(shows: readonly [Show, ...Show[]]) {
  const [parameters, setParameters] = useSearchParams();
  return {
    show: shows.find((each) => each === parameters.get('show')) ?? shows[0],
    put: (show: string) => setParameters({ show }, { replace: true }),
  };
}
