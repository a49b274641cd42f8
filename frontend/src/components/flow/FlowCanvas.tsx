import { useId, type KeyboardEvent } from 'react';
import { groupsAround } from '@/lib/flowNames';
import styles from './FlowCanvas.module.css';
import { FrameNames, Frames } from './Frames';
import { roundedPath } from './paths';
import { inReadingOrder, isEnding, useFlowTexts } from './texts';
import { useFigureTexts } from './figures';
import type { Box, FlowFigures, FlowProgress, FlowStepView, FlowView } from './types';
import { wrapEvenly, wrapText } from './wrap';

// The sizes the server measured the boxes for.
const NAME_SIZE = 14;
const NAME_LINE = 19;
const NOTE_SIZE = 11;
const NOTE_LINE = 15;
const LABEL_LINE = 14;
const SIDE = 9;
/** How far a decision's points reach beyond its text. */
const POINT = 14;

type StepState = 'done' | 'current' | 'ahead' | 'plain';

/** A decision's shape, pointed at both sides. */
function decision({ x, y, width, height }: FlowView['diagram']['nodes'][number]): string {
  const point = Math.min(POINT, height / 2);
  return `M${x + point} ${y}h${width - 2 * point}l${point} ${height / 2}l${-point} ${height / 2}h${2 * point - width}l${-point} ${-height / 2}z`;
}

function stateOf(step: FlowStepView, progress: FlowProgress | undefined): StepState {
  if (!progress) return 'plain';
  if (progress.current.includes(step.id)) return 'current';
  return progress.done.includes(step.id) ? 'done' : 'ahead';
}

function Step({
  box,
  step,
  within,
  state,
  position,
  chosen,
  wrong,
  told,
  onChoose,
  onMove,
}: {
  box: FlowView['diagram']['nodes'][number];
  step: FlowStepView;
  /** Names of the sub-processes it is in. */
  within: readonly string[];
  state: StepState;
  position: string;
  chosen: boolean;
  wrong: boolean;
  /** Figures, instead of post and limit. */
  told: readonly string[] | undefined;
  onChoose: () => void;
  onMove: (by: 1 | -1 | 'first' | 'last') => void;
}) {
  const { t, stepName, postName, time } = useFlowTexts();
  const name = stepName(step);
  const room = box.width - 2 * SIDE;
  const notes = told ?? [postName(step), time(step)].filter((note) => note !== undefined);
  const nameLines = wrapEvenly(name, room / NAME_SIZE, 4);
  const noteLines = notes.flatMap((note) => wrapText(note, room / NOTE_SIZE, 2));
  // Where a text turns out longer than the box was made for, the name stays and the notes give way.
  const spare = Math.floor((box.height - 8 - nameLines.length * NAME_LINE) / NOTE_LINE);
  noteLines.splice(Math.max(0, spare));
  const height = nameLines.length * NAME_LINE + noteLines.length * NOTE_LINE;
  const top = box.y + (box.height - height) / 2;
  const round = step.kind === 'submission' || isEnding(step) ? Math.min(box.height / 2, 22) : 8;
  const middle = box.x + box.width / 2;

  function onKeyDown(event: KeyboardEvent) {
    const moves = {
      ArrowDown: 1,
      ArrowRight: 1,
      ArrowUp: -1,
      ArrowLeft: -1,
      Home: 'first',
      End: 'last',
    } as const;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose();
    } else if (event.key in moves) {
      event.preventDefault();
      onMove(moves[event.key as keyof typeof moves]);
    }
  }

  const spoken = [
    `${position} ${[...within, name].join(t('flow.comma'))}`,
    state === 'current' && t('flow.current'),
    state === 'done' && t('flow.done'),
    postName(step),
    time(step),
    told?.join(t('flow.comma')),
    step.risks.length > 0 && t('flow.riskHas'),
    wrong && t('flow.wrong'),
  ]
    .filter(Boolean)
    .join(t('flow.comma'));

  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={spoken}
      aria-pressed={chosen}
      aria-current={state === 'current' ? 'step' : undefined}
      className={styles.step}
      data-state={state}
      data-kind={step.kind}
      data-step={step.id}
      data-chosen={chosen || undefined}
      data-wrong={wrong || undefined}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <rect
        className={styles.halo}
        x={box.x - 5}
        y={box.y - 5}
        width={box.width + 10}
        height={box.height + 10}
        rx={round + 5}
      />
      {step.kind === 'approval' ? (
        <path className={styles.box} d={decision(box)} />
      ) : (
        <rect
          className={styles.box}
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx={round}
        />
      )}
      {nameLines.map((line, index) => (
        <text
          key={index}
          className={styles.name}
          x={middle}
          y={top + index * NAME_LINE + 14.5}
          fontSize={NAME_SIZE}
        >
          {line}
        </text>
      ))}
      {noteLines.map((line, index) => (
        <text
          key={index}
          className={styles.note}
          x={middle}
          y={top + nameLines.length * NAME_LINE + index * NOTE_LINE + 11.5}
          fontSize={NOTE_SIZE}
        >
          {line}
        </text>
      ))}
      {step.risks.length > 0 && (
        <g className={styles.risk} data-grade={step.risks[0]?.grade}>
          <circle cx={box.x + box.width - 3} cy={box.y + 3} r={9} />
          <text x={box.x + box.width - 3} y={box.y + 7} fontSize={11}>
            {step.risks[0]?.grade}
          </text>
        </g>
      )}
      {state === 'done' && (
        <g className={styles.check}>
          <circle cx={box.x + 3} cy={box.y + 3} r={9} />
          <path d={`M${box.x - 1.5} ${box.y + 3}l3 3.2 5.4-6`} />
        </g>
      )}
    </g>
  );
}

function EdgeText({ box, text }: { box: Box; text: string }) {
  const lines = wrapEvenly(text, box.width / NOTE_SIZE + 0.3, 3);
  const top = box.y + (box.height - lines.length * LABEL_LINE) / 2;
  return lines.map((line, index) => (
    <text
      key={index}
      className={styles.label}
      x={box.x + box.width / 2}
      y={top + index * LABEL_LINE + 11}
      fontSize={NOTE_SIZE}
    >
      {line}
    </text>
  ));
}

/** The drawing itself: every step can be reached by Tab and walked through with the arrow keys. */
export function FlowCanvas({
  flow,
  progress,
  chosen,
  wrong,
  figures,
  onChoose,
}: {
  flow: FlowView;
  progress: FlowProgress | undefined;
  chosen: string | undefined;
  /** Steps that something is wrong with, while a flow is being written. */
  wrong?: ReadonlySet<string>;
  /** How long the steps take, shown in them. */
  figures?: FlowFigures | undefined;
  onChoose: (stepId: string) => void;
}) {
  const { t, either, edgeLabel, groupName } = useFlowTexts();
  const figureTexts = useFigureTexts();
  const marker = useId();
  const { diagram } = flow;
  const steps = inReadingOrder(flow);
  const boxes = new Map(diagram.nodes.map((node) => [node.id, node]));
  const outgoing = (id: string) => flow.edges.filter((edge) => edge.from === id).length;
  const passed = new Set(progress?.done);
  progress?.current.forEach((id) => passed.add(id));

  function move(from: Element, index: number, by: 1 | -1 | 'first' | 'last') {
    const target =
      by === 'first'
        ? 0
        : by === 'last'
          ? steps.length - 1
          : (index + by + steps.length) % steps.length;
    const id = steps[target]?.id;
    if (!id) return;
    from.querySelector<SVGElement>(`[data-step="${CSS.escape(id)}"]`)?.focus();
  }

  const margin = 6;
  const width = diagram.width + 2 * margin;
  const height = diagram.height + 2 * margin;
  return (
    <div className={styles.scroll}>
      <svg
        className={styles.canvas}
        viewBox={`${-margin} ${-margin} ${width} ${height}`}
        role="group"
        aria-label={t('flow.label', { name: either(flow.name, flow.nameEn) })}
        // Sized in rem so that the chart grows with the reader's type.
        style={{ width: `${width / 14}rem`, minWidth: `${width / 20}rem` }}
        ref={(element) => {
          // A case's own step is brought into view when the chart is wider than the screen.
          const here = progress?.current[0];
          const node = here === undefined ? undefined : boxes.get(here);
          const frame = element?.parentElement;
          if (!node || !frame || frame.scrollWidth <= frame.clientWidth) return;
          const scale = frame.scrollWidth / width;
          frame.scrollLeft = (node.x + node.width / 2) * scale - frame.clientWidth / 2;
        }}
      >
        <defs>
          {(['plain', 'walked', 'no'] as const).map((kind) => (
            <marker
              key={kind}
              id={`${marker}-${kind}`}
              viewBox="0 0 10 10"
              refX="8.5"
              refY="5"
              markerWidth="9"
              markerHeight="9"
              markerUnits="userSpaceOnUse"
              orient="auto-start-reverse"
            >
              <path className={styles.head} data-kind={kind} d="M0 0.8 10 5 0 9.2z" />
            </marker>
          ))}
        </defs>
        <Frames flow={flow} progress={progress} />
        {diagram.edges.map((edge) => {
          const words = flow.edges.find(
            (each) =>
              each.from === edge.from && each.to === edge.to && each.outcome === edge.outcome,
          );
          const kind =
            passed.has(edge.from) && passed.has(edge.to) && edge.outcome !== 'return'
              ? 'walked'
              : edge.outcome === 'reject' || edge.outcome === 'return'
                ? 'no'
                : 'plain';
          const label = words && edge.label && edgeLabel(words, outgoing(edge.from) === 1);
          return (
            <g key={`${edge.from}-${edge.to}-${edge.outcome}`} aria-hidden="true">
              <path
                className={styles.edge}
                data-kind={kind}
                data-outcome={edge.outcome}
                d={roundedPath(edge.points)}
                markerEnd={`url(#${marker}-${kind})`}
              />
              {label && edge.label && <EdgeText box={edge.label} text={label} />}
            </g>
          );
        })}
        <FrameNames flow={flow} />
        {steps.map((step, index) => {
          const box = boxes.get(step.id);
          if (!box) return null;
          return (
            <Step
              key={step.id}
              box={box}
              step={step}
              within={groupsAround(flow.groups, step.id).map(groupName)}
              state={stateOf(step, progress)}
              position={`${index + 1}`}
              chosen={chosen === step.id}
              wrong={wrong?.has(step.id) ?? false}
              told={figures && figureTexts.short(figures, step.id)}
              onChoose={() => onChoose(step.id)}
              onMove={(by) => {
                const svg = document.activeElement?.closest('svg');
                if (svg) move(svg, index, by);
              }}
            />
          );
        })}
      </svg>
    </div>
  );
}
