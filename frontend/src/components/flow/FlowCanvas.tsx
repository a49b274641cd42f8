import { useId, type KeyboardEvent } from 'react';
import styles from './FlowCanvas.module.css';
import { roundedPath } from './paths';
import { inReadingOrder, isEnding, useFlowTexts } from './texts';
import type { FlowProgress, FlowStepView, FlowView } from './types';
import { wrapText } from './wrap';

const NAME_SIZE = 16;
const NOTE_SIZE = 12.5;
const PADDING = 12;

type StepState = 'done' | 'current' | 'ahead' | 'plain';

function stateOf(step: FlowStepView, progress: FlowProgress | undefined): StepState {
  if (!progress) return 'plain';
  if (progress.current === step.id) return 'current';
  return progress.done.includes(step.id) ? 'done' : 'ahead';
}

function Step({
  box,
  step,
  state,
  position,
  chosen,
  onChoose,
  onMove,
}: {
  box: FlowView['diagram']['nodes'][number];
  step: FlowStepView;
  state: StepState;
  position: string;
  chosen: boolean;
  onChoose: () => void;
  onMove: (by: 1 | -1 | 'first' | 'last') => void;
}) {
  const { t, stepName, postName, limitText } = useFlowTexts();
  const name = stepName(step);
  const note = [postName(step), limitText(step)].filter(Boolean).join(' · ');
  const room = box.width - 2 * PADDING;
  const noteLines = note && box.height >= 44 ? wrapText(note, room / NOTE_SIZE, 1) : [];
  const nameRoom = Math.max(1, Math.floor((box.height - 12 - noteLines.length * 17) / 20));
  const nameLines = wrapText(name, room / NAME_SIZE, Math.min(nameRoom, 3));
  const height = nameLines.length * 20 + noteLines.length * 18;
  const top = box.y + (box.height - height) / 2;
  const round = step.kind === 'submission' || isEnding(step) ? box.height / 2 : 8;
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
    `${position} ${name}`,
    state === 'current' && t('flow.current'),
    state === 'done' && t('flow.done'),
    postName(step),
    limitText(step),
    step.risks.length > 0 && t('flow.riskHas'),
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
      <rect
        className={styles.box}
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={round}
      />
      {nameLines.map((line, index) => (
        <text
          key={index}
          className={styles.name}
          x={middle}
          y={top + index * 20 + 15}
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
          y={top + nameLines.length * 20 + index * 18 + 13}
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

/** The drawing itself: every step can be reached by Tab and walked through with the arrow keys. */
export function FlowCanvas({
  flow,
  progress,
  chosen,
  onChoose,
}: {
  flow: FlowView;
  progress: FlowProgress | undefined;
  chosen: string | undefined;
  onChoose: (stepId: string) => void;
}) {
  const { t, either, edgeLabel } = useFlowTexts();
  const marker = useId();
  const { diagram } = flow;
  const steps = inReadingOrder(flow);
  const boxes = new Map(diagram.nodes.map((node) => [node.id, node]));
  const outgoing = (id: string) => flow.edges.filter((edge) => edge.from === id).length;
  const passed = new Set(progress?.done);
  if (progress?.current) passed.add(progress.current);

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

  const margin = 12;
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
        style={{ width: `${width / 16}rem`, minWidth: `${(width / 16) * 0.62}rem` }}
        ref={(element) => {
          // A case's own step is brought into view when the chart is wider than the screen.
          const node = progress?.current ? boxes.get(progress.current) : undefined;
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
              {label && edge.label && (
                <text
                  className={styles.label}
                  data-kind={kind}
                  x={edge.label.x + edge.label.width / 2}
                  y={edge.label.y + edge.label.height / 2 + 4.5}
                  fontSize={NOTE_SIZE}
                >
                  {wrapText(label, Math.max(edge.label.width / NOTE_SIZE + 1, 6), 1)[0]}
                </text>
              )}
            </g>
          );
        })}
        {steps.map((step, index) => {
          const box = boxes.get(step.id);
          if (!box) return null;
          return (
            <Step
              key={step.id}
              box={box}
              step={step}
              state={stateOf(step, progress)}
              position={`${index + 1}`}
              chosen={chosen === step.id}
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
