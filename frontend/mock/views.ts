// What applicant and staff are shown of a case.
import { cases, open, stepOf, waysFrom } from './cases.ts';
import { waitingOn } from './confirmations.ts';
import { date, DAY, iso, limits } from './deadline.ts';

/* eslint-disable @typescript-eslint/no-explicit-any */
function common(file: any) {
  return {
    caseNumber: file.caseNumber,
    itemCode: file.item.code,
    itemName: file.item.name,
    itemNameEn: file.item.nameEn,
    itemVersion: 1,
    department: file.item.department,
    regionCode: file.item.region.code,
    handling: file.item.handling,
    subject: file.subject,
    state: file.state,
    currentStepId: file.stepId,
    submittedAt: iso(file.submittedAt),
    updatedAt: iso(file.at),
    version: file.version,
    pause: file.pause,
    deadline: limits(file),
    steps: file.steps,
    flow: file.flow,
    history: file.history,
    notices: file.notices,
  };
}

export function tracked(file: any) {
  return {
    ...common(file),
    applicantMasked: `${file.applicant.name.slice(0, 1)}**`,
    materials: file.item.materials.map((material: any) => {
      const handed = file.files.find((one: any) => one.code === material.code);
      return {
        code: material.code,
        name: material.name,
        nameEn: material.nameEn,
        received: Boolean(handed),
        ...(handed && { receivedAt: iso(file.submittedAt), fileName: handed.fileName }),
      };
    }),
    possible: [
      ...(file.state === 'inCorrection' ? ['supplement'] : []),
      ...(open(file) ? ['withdraw'] : []),
    ],
  };
}

function possible(file: any) {
  const step = stepOf(file);
  const ways = waysFrom(file);
  const named = (edges: any[]) =>
    edges.map((edge) => {
      const to = file.flow.steps.find((each: any) => each.id === edge.to);
      const label = { label: edge.label ?? to.name, labelEn: edge.labelEn ?? to.nameEn };
      return { outcome: edge.outcome, toStepId: edge.to, ...label };
    });
  const returns = ways.filter((edge: any) => edge.outcome === 'return');
  const on = ways.filter((edge: any) => !['return', 'reject'].includes(edge.outcome));
  const off = ways.filter((edge: any) => edge.outcome === 'reject');
  const one = (action: string, more: any = {}) => ({
    action,
    allowed: true,
    needsReason: false,
    outcomes: [],
    returnTo: [],
    ...more,
  });
  if (file.state === 'inCorrection') return [];
  if (file.state === 'paused') return [one('resume')];
  if (!open(file)) return [];
  if (step.kind === 'acceptance' && file.state === 'submitted') {
    return [
      one('accept', { outcomes: named(on) }),
      one('refuse', { outcomes: named(off), needsReason: true }),
      one('request-correction'),
    ];
  }
  const back = returns.length
    ? [one('return', { returnTo: returns.map((edge: any) => edge.to), needsReason: true })]
    : [];
  if (step.kind === 'closure') return [one('close')];
  const pause = one('pause', { needsReason: true });
  return step.kind === 'approval'
    ? [one('decide', { outcomes: named([...on, ...off]) }), ...back, pause]
    : [one('advance', { outcomes: named([...on, ...off]) }), ...back, pause];
}

export function caseFile(file: any) {
  return {
    ...common(file),
    pendingConfirmation: waitingOn(file.caseNumber),
    applicant: {
      kind: file.applicant.kind,
      name: file.applicant.name,
      phoneMasked: '138****8000',
      ...(file.applicant.identityNumber && { identityNumberMasked: '5101**********0012' }),
      address: file.applicant.address,
      contactName: file.applicant.contactName,
    },
    requirements: file.item.materials,
    receipts: file.item.materials
      .filter((material: any) => file.files.some((one: any) => one.code === material.code))
      .map((material: any) => ({
        code: material.code,
        receivedAt: iso(file.submittedAt),
        onPaper: false,
      })),
    materials: file.files.map((one: any) => {
      const listed = file.item.materials.find((material: any) => material.code === one.code);
      return {
        ...one,
        name: listed?.name,
        nameEn: listed?.nameEn,
        receivedAt: iso(file.submittedAt),
      };
    }),
    actions: possible(file),
  };
}

export function summaries() {
  return cases
    .filter((file) => open(file))
    .map((file) => {
      const due = limits(file)?.dueDate;
      const today = date(Date.now());
      const soon = date(Date.now() + 4 * DAY);
      const dueSpan = !due
        ? 'none'
        : due < today
          ? 'late'
          : due === today
            ? 'today'
            : due <= soon
              ? 'soon'
              : 'later';
      const step = stepOf(file);
      return {
        ...common(file),
        flow: undefined,
        history: undefined,
        notices: undefined,
        steps: undefined,
        applicantMasked: `${file.applicant.name.slice(0, 1)}**`,
        stepId: step.id,
        stepName: step.name,
        stepNameEn: step.nameEn,
        dueAt: due && `${due}T23:59:59+08:00`,
        stepDueAt: due && `${due}T23:59:59+08:00`,
        dueSpan,
      };
    })
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
}
