import { useMutation } from '@tanstack/react-query';
import { Button, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { save } from '@/lib/save';

/** A file the browser saves; only somebody who may see what it belongs to gets it. */
export function SaveButton({
  name,
  label,
  fetch,
}: {
  name: string;
  label: string;
  fetch: () => Promise<unknown>;
}) {
  const fetching = useMutation({
    mutationFn: async () =>
      save(new Blob([(await fetch()) as Blob], { type: 'application/octet-stream' }), name),
  });
  return (
    <>
      <Button look="secondary" busy={fetching.isPending} onClick={() => fetching.mutate()}>
        {label}
      </Button>
      {fetching.error && <Problem problem={toProblem(fetching.error)} />}
    </>
  );
}
