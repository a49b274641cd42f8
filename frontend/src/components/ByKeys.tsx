import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { keysInFragment, type Keys, NO_KEYS, useKeys } from '@/lib/keys';
import { toProblem } from '@/lib/problem';
import { Button } from './Button';
import styles from './ByKeys.module.css';
import { KeysForm } from './KeysForm';
import { Problem } from './Problem';

/** A page that shows what number and code open: from the address's fragment, or asked for. */
export function ByKeys<Found>({
  id,
  texts,
  find,
  children,
}: {
  /** Its fields are `<id>-number` and `<id>-code`. */
  id: string;
  texts: Parameters<typeof KeysForm>[0]['texts'] & {
    title: string;
    lead: string;
    notFound: string;
    another: string;
  };
  find: (keys: Keys) => Promise<Found>;
  children: (found: Found, keys: Keys, onChanged: (after: Found) => void) => ReactNode;
}) {
  const { keys, take, scanned } = useKeys(keysInFragment);
  const [found, setFound] = useState<Found>();
  const finding = useMutation({ mutationFn: find, onSuccess: (data) => setFound(() => data) });
  const { mutate } = finding;
  useEffect(() => {
    if (keys.number && keys.code) mutate(keys);
  }, [keys, mutate]);
  const problem = finding.error && toProblem(finding.error);
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{texts.title}</h1>
      {found !== undefined ? (
        <>
          {children(found, keys, (after) => setFound(() => after))}
          <div className="no-print">
            <Button
              look="quiet"
              onClick={() => {
                take(NO_KEYS);
                setFound(undefined);
              }}
            >
              {texts.another}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="lead">{texts.lead}</p>
          {problem && problem.status !== 404 && <Problem problem={problem} />}
          <KeysForm
            key={scanned}
            id={id}
            texts={texts}
            start={keys}
            wrong={problem?.status === 404 ? texts.notFound : undefined}
            busy={finding.isPending}
            onFind={take}
          />
        </>
      )}
    </div>
  );
}
