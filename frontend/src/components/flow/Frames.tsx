import styles from './FlowCanvas.module.css';
import { useFlowTexts } from './texts';
import type { FlowProgress, FlowView } from './types';

/** Frames around the steps of sub-processes; the one a case is in stands out. */
export function Frames({ flow, progress }: { flow: FlowView; progress: FlowProgress | undefined }) {
  const inside = (id: string) => progress?.current.some((step) => step.startsWith(`${id}.`));
  return flow.diagram.groups?.map((frame) => (
    <rect
      key={frame.id}
      className={styles.frame}
      data-current={inside(frame.id) || undefined}
      x={frame.x}
      y={frame.y}
      width={frame.width}
      height={frame.height}
      rx={8}
    />
  ));
}

/** Their names, above the ways that lead in. Steps say them too, for those who hear the chart. */
export function FrameNames({ flow }: { flow: FlowView }) {
  const { groupName } = useFlowTexts();
  return flow.diagram.groups?.map((frame) => {
    const group = flow.groups?.find((each) => each.id === frame.id);
    return (
      group && (
        <text
          key={frame.id}
          className={styles.frameName}
          x={frame.x + 9}
          y={frame.y + 16}
          aria-hidden="true"
        >
          {groupName(group)}
        </text>
      )
    );
  });
}
