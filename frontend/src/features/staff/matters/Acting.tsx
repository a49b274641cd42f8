import { type ReactNode, useState } from 'react';
import { newIdempotencyKey } from '@/api/setup';
import { Button } from '@/components';
import styles from './Matters.module.css';

/** What the dialog of an act is given. */
export interface Doing<Action> {
  action: Action;
  idempotencyKey: string;
  onDone: () => void;
  /** It stands differently by now, or isn't one's own any more. */
  onStale: () => void;
  onClose: () => void;
}

/** What the reader can do about it now, a dialog for each. */
export function Acting<Action extends string>({
  possible,
  main,
  texts,
  onChanged,
  dialog,
}: {
  possible: readonly Action[];
  /** The actions most come for. */
  main: readonly Action[];
  texts: { nothing: string; action: (action: Action) => string };
  onChanged: () => void;
  dialog: (doing: Doing<Action>) => ReactNode;
}) {
  const [doing, setDoing] = useState<{ action: Action; idempotencyKey: string }>();
  const close = () => setDoing(undefined);
  return (
    <>
      {possible.length === 0 && <p className="quiet">{texts.nothing}</p>}
      <div className={styles.ways}>
        {possible.map((action) => (
          <Button
            key={action}
            look={main.includes(action) ? 'primary' : 'secondary'}
            onClick={() => setDoing({ action, idempotencyKey: newIdempotencyKey() })}
          >
            {texts.action(action)}
          </Button>
        ))}
      </div>
      {doing &&
        dialog({
          ...doing,
          onDone: () => {
            close();
            onChanged();
          },
          onStale: onChanged,
          onClose: close,
        })}
    </>
  );
}
