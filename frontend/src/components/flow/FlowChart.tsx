import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/Button';
import { boxOf, closedFlow, closedProgress } from './closed';
import { FlowCanvas } from './FlowCanvas';
import styles from './FlowChart.module.css';
import { FiguresTable } from './FiguresTable';
import { FlowList } from './FlowList';
import { StepDetail } from './StepDetail';
import { useFlowTexts } from './texts';
import type { FlowFigures, FlowProgress, FlowStepView, FlowView } from './types';

const WIDE = '(min-width: 60rem)';

function useWide(): boolean {
  return useSyncExternalStore(
    (notify) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', notify);
      return () => query.removeEventListener('change', notify);
    },
    () => window.matchMedia(WIDE).matches,
  );
}

/** On a narrow screen the detail comes up as a sheet; the browser keeps the focus in it and gives it back. */
function Sheet({ onClose, children }: { onClose: () => void; children: React.ReactNode }) {
  const { t } = useFlowTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  // A layout effect: closed before it leaves the page, the dialog can still give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // Pressing beside the sheet closes it, as Escape does.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={t('flow.chosen')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.sheetInside}>
        {children}
        <Button look="secondary" onClick={onClose}>
          {t('flow.close')}
        </Button>
      </div>
    </dialog>
  );
}

/**
 * A flow as a chart one can walk through, with the same in words; with `progress`, where a case
 * stands on it.
 */
export function FlowChart({
  flow,
  progress,
  materialName,
  figures,
}: {
  flow: FlowView;
  progress?: FlowProgress | undefined;
  /** Names of materials by their codes, so that steps can name what they look at. */
  materialName?: ((code: string) => string | undefined) | undefined;
  /** How long the steps take, for who wants to know. */
  figures?: FlowFigures | undefined;
}) {
  const { t } = useFlowTexts();
  const wide = useWide();
  // In the large type the words come first; where a case stands is shown as a chart where there is room for it.
  const [asList, setAsList] = useState(
    () => document.documentElement.dataset.mode === 'elder' && !(progress && wide),
  );
  const [withFigures, setWithFigures] = useState(false);
  const [closed, setClosed] = useState(false);
  const drawn = closed ? closedFlow(flow) : flow;
  const [chosenId, setChosenId] = useState<string>();
  const chosen: FlowStepView | undefined = flow.steps.find((step) => step.id === chosenId);
  // On wide screens the panel is never empty: it begins with the case's own step, or the first that someone handles.
  const shown =
    chosen ??
    flow.steps.find((step) => progress?.current.includes(step.id)) ??
    flow.steps.find((step) => step.post) ??
    flow.steps[0];

  const inDrawing = (id: string | undefined) => (id && closed ? boxOf(flow, id) : id);

  return (
    <div className={styles.flow}>
      <div className={`${styles.bar} no-print`}>
        <p className="quiet">{t('flow.summary', { count: flow.steps.length })}</p>
        <div className={styles.ways}>
          {flow.overview && !asList && (
            <Button look="quiet" aria-expanded={!closed} onClick={() => setClosed(!closed)}>
              {closed ? t('flow.openGroups') : t('flow.closeGroups')}
            </Button>
          )}
          {figures && (
            <Button
              look="quiet"
              aria-expanded={withFigures}
              onClick={() => setWithFigures(!withFigures)}
            >
              {withFigures ? t('flow.figures.hide') : t('flow.figures.show')}
            </Button>
          )}
          <Button look="quiet" aria-pressed={asList} onClick={() => setAsList(!asList)}>
            {asList ? t('flow.viewAsChart') : t('flow.viewAsList')}
          </Button>
        </div>
      </div>
      {asList ? (
        <FlowList flow={flow} progress={progress} />
      ) : (
        <div className={styles.board}>
          <FlowCanvas
            flow={drawn}
            progress={closed ? closedProgress(flow, progress) : progress}
            chosen={inDrawing(wide ? shown?.id : chosenId)}
            figures={withFigures && !closed ? figures : undefined}
            onChoose={(id) => {
              const group = closed && flow.groups?.find((each) => each.id === id);
              // Pressing a closed sub-process opens it.
              if (group) setClosed(false);
              setChosenId(group ? group.steps[0] : id);
            }}
          />
          {wide && shown && (
            <div className={`${styles.panel} no-print`} aria-live="polite">
              <StepDetail
                flow={flow}
                step={shown}
                materialName={materialName}
                onChoose={setChosenId}
              />
            </div>
          )}
          {!wide && chosen && (
            <Sheet onClose={() => setChosenId(undefined)}>
              <StepDetail
                flow={flow}
                step={chosen}
                materialName={materialName}
                onChoose={setChosenId}
              />
            </Sheet>
          )}
        </div>
      )}
      {withFigures && figures && <FiguresTable flow={flow} figures={figures} />}
    </div>
  );
}
