import type { FlowProgress, FlowView } from './types';

/** A flow as a chart one can walk through; with `progress`, where a case stands on it. */
export function FlowChart({
  flow,
}: {
  flow: FlowView;
  progress?: FlowProgress | undefined;
  /** Names of materials by their codes, so that steps can name what they look at. */
  materialName?: ((code: string) => string | undefined) | undefined;
}) {
  return <p>{flow.name}</p>;
}
