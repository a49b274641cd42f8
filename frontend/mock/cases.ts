// Cases that live as long as the development server. Rough where the real rules are exact.
import { detail, flowOf, items } from './city.ts';
import { date, DAY, iso, limits } from './deadline.ts';

/* eslint-disable @typescript-eslint/no-explicit-any */
export const cases: any[] = [];
const uploads = new Map<string, any>();
let running = 100;
export const changes: { listeners: Set<(entry: any) => void>; rows: any[] } = {
  listeners: new Set(),
  rows: [],
};

export function upload(name: string, size: number) {
  const id = crypto.randomUUID();
  const file = { id, fileName: name, contentType: 'application/pdf', size, sha256: '0'.repeat(64) };
  uploads.set(id, file);
  return file;
}

export const stepOf = (file: any) => file.flow.steps.find((step: any) => step.id === file.stepId);
export const waysFrom = (file: any) =>
  file.flow.edges.filter((edge: any) => edge.from === file.stepId);

function tell(file: any) {
  const step = stepOf(file);
  const entry = {
    place: 2000 + changes.rows.length,
    caseNumber: file.caseNumber,
    itemCode: file.item.code,
    itemName: file.item.name,
    itemNameEn: file.item.nameEn,
    departmentCode: file.item.department.code,
    departmentName: file.item.department.name,
    departmentNameEn: file.item.department.nameEn,
    regionCode: file.item.region.code,
    handling: file.item.handling,
    applicantMasked: `${file.applicant.name.slice(0, 1)}**`,
    state: file.state,
    stepId: step.id,
    stepName: step.name,
    stepNameEn: step.nameEn,
    at: iso(file.at),
  };
  changes.rows.push(entry);
  for (const listener of changes.listeners) listener(entry);
}

function enter(file: any, stepId: string, time: number) {
  const last = file.steps.at(-1);
  if (last && !last.leftAt) last.leftAt = iso(time);
  file.stepId = stepId;
  file.steps.push({ stepId, visit: 1, enteredAt: iso(time) });
}

function happened(file: any, kind: string, time: number, more: any = {}) {
  file.version += 1;
  file.at = time;
  file.history.push({ at: iso(time), kind, ...more });
  file.notices.push({
    channel: 'sms',
    recipient: '138****8000',
    text: `【阳光办】您的办件${file.caseNumber}有新进展。`,
    textEn: `[Sunlit] Your case ${file.caseNumber} has moved on.`,
    createdAt: iso(time),
    status: 'sent',
  });
  tell(file);
}

const applicantSays = { by: '申请人', byEn: 'Applicant' };

export function apply(body: any, time = Date.now()) {
  const found = items.find((each) => each.code === body.itemCode);
  const item = detail(found);
  running += 1;
  const file: any = {
    caseNumber: `${date(time).replaceAll('-', '')}-${String(running).padStart(6, '0')}-${running % 10}`,
    code: '7K3QX9FMZT',
    item,
    flow: flowOf(found),
    applicant: body.applicant,
    subject: body.subject,
    files: (body.materials ?? []).map((one: any) => ({ ...one, ...uploads.get(one.uploadId) })),
    submittedAt: time,
    state: 'submitted',
    version: 0,
    steps: [],
    history: [],
    notices: [],
  };
  enter(file, file.flow.steps.find((step: any) => step.kind === 'submission').id, time);
  enter(file, waysFrom(file)[0].to, time);
  happened(file, 'submitted', time, { ...applicantSays, toStepId: file.stepId });
  cases.push(file);
  const trackingCode = '7K3QX-9FMZT';
  return {
    caseNumber: file.caseNumber,
    trackingCode,
    itemCode: item.code,
    itemName: item.name,
    itemNameEn: item.nameEn,
    departmentName: item.department.name,
    departmentNameEn: item.department.nameEn,
    applicantName: body.applicant.name,
    submittedAt: iso(time),
    promisedLimit: item.promisedLimit,
    acceptanceDue: limits(file)?.dueDate,
    trackingUrl: `/track#number=${file.caseNumber}&code=${trackingCode}`,
  };
}

export const byNumber = (number: string) => cases.find((file) => file.caseNumber === number);

export function byKeys(number: string, code: string) {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return cases.find((file) => file.caseNumber === number && file.code === plain);
}

export const open = (file: any) =>
  ['submitted', 'inCorrection', 'inProgress', 'paused'].includes(file.state);

export function act(file: any, action: string, body: any, time = Date.now()) {
  const step = stepOf(file);
  const by = {
    by: `${step.post?.name ?? '工作人员'} 沈映川`,
    byEn: `${step.post?.nameEn ?? 'Staff'} Shen Yingchuan`,
  };
  const said = { ...by, stepId: file.stepId, ...(body.reason && { reason: body.reason }) };
  const go = (outcome: string) => waysFrom(file).find((edge: any) => edge.outcome === outcome)?.to;
  const move = (kind: string, to: string) => {
    enter(file, to, time);
    happened(file, kind, time, { ...said, toStepId: to });
  };
  switch (action) {
    case 'accept':
      file.state = 'inProgress';
      file.acceptedAt = time;
      return move('accepted', go(body.outcome ?? 'pass'));
    case 'refuse':
      file.state = 'notAccepted';
      return move('refused', go('reject'));
    case 'request-correction':
      file.state = 'inCorrection';
      return happened(file, 'correctionRequested', time, { ...said, missing: body.missing });
    case 'advance':
      return move('advanced', go(body.outcome ?? 'pass'));
    case 'return':
      return move('returned', body.toStep ?? go('return'));
    case 'decide':
      if (body.decision === 'refuse') file.state = 'refused';
      return move('decided', go(body.decision === 'refuse' ? 'reject' : (body.outcome ?? 'pass')));
    case 'pause':
      file.state = 'paused';
      file.pause = {
        ground: '专家评审',
        groundEn: 'Expert review',
        article: '《中华人民共和国行政许可法》第四十五条',
        since: iso(time),
      };
      return happened(file, 'paused', time, said);
    case 'resume':
      file.state = 'inProgress';
      file.pause = undefined;
      return happened(file, 'resumed', time, said);
    case 'close':
      file.state = 'granted';
      return happened(file, 'closed', time, said);
    case 'supplement':
      file.state = 'submitted';
      file.files.push(
        ...body.materials.map((one: any) => ({ ...one, ...uploads.get(one.uploadId) })),
      );
      return happened(file, 'supplemented', time, applicantSays);
    default:
      file.state = 'withdrawn';
      return happened(file, 'withdrawn', time, { ...applicantSays, reason: body.reason });
  }
}

// A few cases to begin with: late, due soon, waiting for a correction, paused.
const person = (name: string) => ({ kind: 'person', name, phone: '13800138000' });
const ago = (days: number) => Date.now() - days * DAY;
for (const [index, code] of [
  'MAR-LIC-01',
  'MAR-LIC-03',
  'MAR-LIC-02',
  'MAR-CON-01',
  'MAR-LIC-04',
].entries()) {
  if (!items.some((each) => each.code === code)) continue;
  const name = ['王小明', '李四海', '晴川江畔餐饮有限公司', '陈望舒', '周全'][index]!;
  apply(
    { itemCode: code, applicant: person(name), subject: '在望江区滨河路12号开一家面馆。' },
    ago(14 - index * 3),
  );
}
if (cases[0]) act(cases[0], 'accept', {}, ago(13));
if (cases[1]) {
  act(cases[1], 'accept', {}, ago(4));
  act(cases[1], 'pause', { reason: '依法组织专家评审。' }, ago(2));
}
if (cases[3]) {
  act(cases[3], 'request-correction', {
    missing: [
      { materialCode: 'M1', what: '申请书第二页没有签名，请签名后重新提交。' },
      { materialCode: 'M3', what: '请补交经公证的股东会决议。' },
    ],
  });
}
