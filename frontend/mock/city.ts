// The demonstration city's own files, read straight from the backend's resources.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { layOut } from './layout.ts';

/* eslint-disable @typescript-eslint/no-explicit-any */
const resources = new URL('../../backend/src/main/resources/', import.meta.url);
const read = (path: string): any => JSON.parse(readFileSync(new URL(path, resources), 'utf8'));
const folder = (path: string): string[] =>
  existsSync(new URL(path, resources))
    ? readdirSync(new URL(path, resources)).filter((name) => name.endsWith('.json'))
    : [];

const withoutNulls = (value: any): any =>
  Array.isArray(value)
    ? value.map(withoutNulls)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, inner]) => inner !== null)
            .map(([key, inner]) => [key, withoutNulls(inner)]),
        )
      : value;

const rawDepartments: any[] = (() => {
  const file = read('demo/departments.json');
  return Array.isArray(file) ? file : file.departments;
})();

const bareItem = {
  code: '511Z07001006-511602000000-000-11511301008778183N-1-00',
  name: '企业投资项目备案（技术改造）（市级/县级）',
  category: 'other',
  department: 'dev',
  region: '990101000000',
  level: 'county',
  handling: 'promised',
  effectiveFrom: '2026-11-21',
  legalBases: [],
  conditions: [],
  materials: [],
  fees: [],
  windows: [],
  telephones: [],
  supervisionTelephones: [],
  duties: [],
  accountability: [],
};

const cancelledItem = {
  ...bareItem,
  code: 'DEV-OTH-99',
  name: '外商投资企业设立及变更备案',
  nameEn: 'Filing of foreign-invested enterprises',
  status: 'cancelled',
  cancelledOn: '2020-01-01',
  cleanupRound: 3,
  statusReason: '《外商投资法》施行后不再需要备案。',
};

const longItem = {
  ...bareItem,
  code: 'LONG-300',
  name: '关于对在本行政区域内从事危险化学品经营、使用许可以及非药品类易制毒化学品生产、经营备案证明核发事项'.repeat(
    6,
  ),
};

export const items: any[] = [
  ...folder('demo/items/').flatMap((name) => read(`demo/items/${name}`)),
  bareItem,
  cancelledItem,
  longItem,
].map((item) => withoutNulls(item));

export const departments = rawDepartments.map((department) => ({
  ...withoutNulls(department),
  regionCode: department.regionCode ?? department.region ?? '990100000000',
  itemCount: items.filter((item) => item.department === department.code).length,
}));

const departmentOf = (code: string) => {
  const found = departments.find((department) => department.code === code);
  return { code, name: found?.name ?? code, nameEn: found?.nameEn };
};

export function summary(item: any) {
  return withoutNulls({
    code: item.code,
    name: item.name,
    nameEn: item.nameEn ?? null,
    category: item.category,
    department: departmentOf(item.department),
    regionCode: item.region,
    status: item.status ?? 'inForce',
    handling: item.handling,
    promisedLimit: item.promisedLimit ?? null,
    onlineDepth: item.onlineDepth ?? null,
    visits: item.visits ?? null,
    serviceFor: item.serviceFor ?? null,
    free: item.materials.length > 0 ? item.fees.length === 0 : null,
  });
}

const flows = new Map<string, any>(
  folder('demo/flows/').map((name) => [name.replace('.json', ''), read(`demo/flows/${name}`)]),
);

export function flowOf(item: any) {
  const own = item.flow ? flows.get(item.flow) : undefined;
  const definition = own ?? read(`flows/standard/${item.category}.json`);
  return withoutNulls({
    ...definition,
    steps: definition.steps.map((step: any) => ({
      materials: [],
      risks: [],
      countsTowardLimit: true,
      ...step,
    })),
    origin: own ? 'own' : 'standard',
    diagram: layOut(definition.steps, definition.edges),
  });
}

export function detail(item: any) {
  const flow = flowOf(item);
  return withoutNulls({
    ...item,
    department: departmentOf(item.department),
    region:
      item.level === 'city'
        ? { code: item.region, name: '晴川市', nameEn: 'Qingchuan', level: 'city' }
        : { code: item.region, name: '望江区', nameEn: 'Wangjiang District', level: item.level },
    status: item.status ?? 'inForce',
    free: item.materials.length > 0 ? item.fees.length === 0 : null,
    version: 1,
    flow: { code: flow.code, origin: flow.origin, name: flow.name, nameEn: flow.nameEn },
  });
}

const NAMES = ['王**', '李*', '张**', '陈**', '晴川****公司', '周*'];
const STATES = ['submitted', 'inProgress', 'granted', 'inProgress', 'paused', 'granted'];
const STEPS = [
  ['accept', '受理', 'Acceptance'],
  ['review', '审核', 'Review'],
  ['done', '办结', 'Closure'],
];

export function feed(limit: number) {
  const now = Date.now();
  return {
    place: 1000,
    generatedAt: new Date(now).toISOString(),
    entries: Array.from({ length: limit }, (_, index) => {
      const item = items[(index * 7) % items.length];
      const step = STEPS[index % 3]!;
      const department = departmentOf(item.department);
      return withoutNulls({
        place: 1000 - index,
        caseNumber: `20261121-${String(123 - index).padStart(6, '0')}-4`,
        itemCode: item.code,
        itemName: item.name,
        itemNameEn: item.nameEn ?? null,
        departmentCode: department.code,
        departmentName: department.name,
        departmentNameEn: department.nameEn,
        regionCode: item.region,
        handling: item.handling,
        applicantMasked: NAMES[index % NAMES.length],
        state: STATES[index % STATES.length],
        stepId: step[0],
        stepName: step[1],
        stepNameEn: step[2],
        at: new Date(now - index * 140_000).toISOString(),
        dueAt: new Date(now + 5 * 86_400_000).toISOString(),
      });
    }),
  };
}
