// A rough layered layout, good enough to work on the chart. The real one is laid out by the server.
interface Edge {
  from: string;
  to: string;
  outcome: string;
  label?: string | null;
}

export function layOut(steps: { id: string; kind: string }[], edges: Edge[]) {
  const width = 140;
  const height = 60;
  const gapX = 24;
  const gapY = 40;
  const forward = edges.filter((edge) => edge.outcome !== 'return');
  const layer = new Map<string, number>(steps.map((step) => [step.id, 0]));
  for (let round = 0; round < steps.length; round++) {
    for (const edge of forward) {
      const next = layer.get(edge.from)! + 1;
      if (next > layer.get(edge.to)! && next <= steps.length) layer.set(edge.to, next);
    }
  }
  const columns = new Map<number, number>();
  const nodes = steps.map((step) => {
    const row = layer.get(step.id)!;
    const column =
      step.kind === 'termination' ? Math.max(1, columns.get(row) ?? 0) : (columns.get(row) ?? 0);
    columns.set(row, column + 1);
    return { id: step.id, x: column * (width + gapX), y: row * (height + gapY), width, height };
  });
  const box = new Map(nodes.map((node) => [node.id, node]));
  const right = Math.max(...nodes.map((node) => node.x + node.width));
  const laid = edges.map((edge, index) => {
    const a = box.get(edge.from)!;
    const b = box.get(edge.to)!;
    let points: { x: number; y: number }[];
    if (edge.outcome === 'return') {
      const lane = -14 - index * 4;
      points = [
        { x: a.x, y: a.y + height / 2 },
        { x: lane, y: a.y + height / 2 },
        { x: lane, y: b.y + height / 2 },
        { x: b.x, y: b.y + height / 2 },
      ];
    } else if (a.x === b.x && layer.get(edge.to)! - layer.get(edge.from)! === 1) {
      points = [
        { x: a.x + width / 2, y: a.y + height },
        { x: b.x + width / 2, y: b.y },
      ];
    } else if (b.x > a.x) {
      points = [
        { x: a.x + width, y: a.y + height / 2 },
        { x: b.x + width / 2 + index, y: a.y + height / 2 },
        { x: b.x + width / 2 + index, y: b.y },
      ];
    } else {
      const lane = a.x + width + 18;
      points = [
        { x: a.x + width, y: a.y + height / 2 },
        { x: lane, y: a.y + height / 2 },
        { x: lane, y: b.y - 20 },
        { x: b.x + width / 2, y: b.y - 20 },
        { x: b.x + width / 2, y: b.y },
      ];
    }
    const [p, q] = points as [{ x: number; y: number }, { x: number; y: number }];
    const label = edge.label
      ? { x: (p.x + q.x) / 2 - 32, y: (p.y + q.y) / 2 - 22, width: 64, height: 18 }
      : undefined;
    return { from: edge.from, to: edge.to, outcome: edge.outcome, points, label };
  });
  const left = -14 - edges.length * 4;
  const shift = (point: { x: number; y: number }) => ({ x: point.x - left, y: point.y });
  return {
    width: right - left + 30,
    height: Math.max(...nodes.map((node) => node.y + node.height)),
    nodes: nodes.map((node) => ({ ...node, x: node.x - left })),
    edges: laid.map((edge) => ({
      ...edge,
      points: edge.points.map(shift),
      label: edge.label && { ...edge.label, x: edge.label.x - left },
    })),
    readingOrder: [...steps]
      .sort((a, b) => layer.get(a.id)! - layer.get(b.id)!)
      .map((step) => step.id),
  };
}
