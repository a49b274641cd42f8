import { Button } from '@/components';
import { DateAt } from './form/fields';
import styles from './Editor.module.css';
import type { Editor } from './useEditor';
import { useWords } from './useWords';

/** From when, whether it is kept, and on to the preview. */
export function EditorBar({
  editor,
  min,
  blocked,
}: {
  editor: Pick<Editor, 'draft' | 'dirty' | 'previewing' | 'discard'>;
  min: string;
  /** Why there is no preview yet. */
  blocked?: string | undefined;
}) {
  const { t } = useWords();
  return (
    <div className={styles.bar}>
      <DateAt at="/effectiveFrom" label={t('form.effectiveFrom')} min={min} />
      <Button
        type="submit"
        size="large"
        busy={editor.previewing}
        aria-disabled={blocked !== undefined || undefined}
        aria-describedby="editor-state"
      >
        {t('form.preview')}
      </Button>
      {editor.dirty && (
        <Button look="quiet" onClick={() => void editor.discard()}>
          {t('form.discard')}
        </Button>
      )}
      <p id="editor-state" role="status">
        {blocked ?? (editor.draft.state === 'nothing' ? '' : t(`form.state.${editor.draft.state}`))}
      </p>
    </div>
  );
}
