import { formatLimit, formatMoney, type LimitValue } from '@/lib/format';
import type { useWords } from '../useWords';

type Words = ReturnType<typeof useWords>;
type Thing = Record<string, unknown>;

function isLimit(value: unknown): value is LimitValue {
  return typeof value === 'object' && value !== null && 'amount' in value && 'unit' in value;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function stepLines(words: Words, flow: Thing, language: 'zh-CN' | 'en'): string[] {
  const { t } = words;
  const steps = (flow['steps'] ?? []) as Thing[];
  const edges = (flow['edges'] ?? []) as Thing[];
  const english = language === 'en';
  const named = (thing: Thing | undefined) =>
    thing ? text(english && thing['nameEn'] ? thing['nameEn'] : thing['name']) : '';
  const lines = steps.map((step) => {
    const kind = t(`common:stepKind.${step['kind'] as 'review'}`);
    const parts = [
      named(step),
      kind === named(step) ? '' : kind,
      named(step['post'] as Thing | undefined),
      isLimit(step['limit']) ? formatLimit(step['limit'], language) : '',
      step['countsTowardLimit'] === false ? text(step['excludedBy']) : '',
      ...((step['risks'] ?? []) as Thing[]).map(
        (risk) => `${text(risk['grade'])} ${text(risk['risk'])}`,
      ),
    ];
    return parts.filter(Boolean).join(' · ');
  });
  const byId = new Map(steps.map((step) => [step['id'], named(step)]));
  return [
    ...lines,
    ...edges.map(
      (edge) =>
        `${byId.get(edge['from']) ?? ''} → ${byId.get(edge['to']) ?? ''} (${text(english && edge['labelEn'] ? edge['labelEn'] : edge['label']) || t(`common:flow.outcome.${edge['outcome'] as 'pass'}`, { defaultValue: text(edge['outcome']) })})`,
    ),
  ];
}

/** How much a fee is, a line for each bracket. */
function tariffLines({ t }: Words, tariff: Thing, language: 'zh-CN' | 'en'): string[] {
  const money = (fen: unknown) => (typeof fen === 'number' ? formatMoney(fen, language) : '');
  const measures = ((tariff['measures'] ?? []) as Thing[]).map((one) => text(one['name']));
  const bound = (key: 'minimum' | 'maximum') => {
    const fen = money(tariff[`${key}Fen`]);
    return fen && `${t(`fee.${key}`)} ${fen}`;
  };
  return [
    [
      t(`fee.kinds.${tariff['kind'] as 'fixed'}`),
      money(tariff['amountFen']),
      measures.join(' × '),
      bound('minimum'),
      bound('maximum'),
    ]
      .filter(Boolean)
      .join(' · '),
    ...((tariff['brackets'] ?? []) as Thing[]).map((bracket) =>
      [
        bracket['upTo'] ? `≤ ${text(bracket['upTo'])}` : t('fee.above'),
        money(bracket['amountFen']),
        `${t('fee.perUnit')} ${money(bracket['perUnitFen'])}`,
      ].join(' · '),
    ),
  ];
}

/** One thing of a list in a line of words. */
function line(words: Words, field: string, value: unknown, language: 'zh-CN' | 'en'): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const thing = value as Thing;
  const { t } = words;
  const parts: unknown[] = [];
  if (field === 'legalBases')
    parts.push(`《${text(thing['law'])}》`, thing['article'], thing['text']);
  else if (field === 'materials') {
    parts.push(
      thing['code'],
      thing['name'],
      thing['nameEn'],
      t(`materialForm.${thing['form'] as 'copy'}`),
      `× ${String(thing['count'])}`,
      t(`materialSource.${thing['source'] as 'applicant'}`),
      thing['required'] ? t('item.material.required') : t('item.material.notRequired'),
      thing['deferrable'] ? t('item.material.deferrable') : '',
      thing['note'],
    );
  } else if (field === 'fees') {
    parts.push(
      thing['name'],
      t(`feeStatus.${thing['status'] as 'charged'}`),
      typeof thing['amountFen'] === 'number' ? formatMoney(thing['amountFen'], language) : '',
      thing['standard'],
      thing['basis'],
    );
  } else if (field === 'days') {
    parts.push(
      thing['date'],
      t(`calendar.declared.${thing['kind'] as 'off'}`),
      language === 'en' ? thing['nameEn'] : thing['name'],
    );
  } else if (field === 'parts') {
    const onlyIf = thing['onlyIf'] as { question: string; answers: string[] } | undefined;
    const requires = (thing['requires'] ?? []) as string[];
    parts.push(
      thing['item'],
      requires.length > 0 && `← ${requires.join(', ')}`,
      onlyIf && `${onlyIf.question} = ${onlyIf.answers.join(', ')}`,
    );
  } else if (field === 'questions') {
    const choices = (thing['choices'] ?? []) as Thing[];
    parts.push(thing['code'], thing['text'], choices.map((one) => one['text']).join(' / '));
  } else if (field === 'shared') {
    parts.push(
      (value as Thing[]).map((use) => `${text(use['itemCode'])} ${text(use['code'])}`).join(' = '),
    );
  } else if (field === 'exemptions') {
    parts.push(thing['name'], `−${Number(thing['perMille']) / 10}%`, thing['basis']);
  } else if (field === 'phases') {
    const needs = ((thing['needs'] ?? []) as Thing[]).map((need) => text(need['phase']));
    parts.push(thing['name'], thing['theme'], needs.length > 0 && `← ${needs.join(', ')}`);
  } else parts.push(...Object.values(thing));
  return parts.filter(Boolean).join(' · ');
}

/** What a field says, in lines of words. */
export function says(
  words: Words,
  field: string,
  value: unknown,
  language: 'zh-CN' | 'en',
): string[] {
  const { t } = words;
  if (value === undefined || value === null) return [];
  if (field === 'flow') return stepLines(words, value as Thing, language);
  if (field === 'steps') return stepLines(words, { steps: value }, language);
  if (field === 'tariff') return tariffLines(words, value as Thing, language);
  if (field === 'savedFenPerYear') return [formatMoney(Number(value), language)];
  if (typeof value === 'boolean') return [t(value ? 'preview.yes' : 'preview.no')];
  if (isLimit(value)) return [formatLimit(value, language)];
  if (field === 'kind' && Array.isArray(value)) {
    return value.map((each) =>
      t(`place.kinds.${each as 'cityHall'}`, { defaultValue: String(each) }),
    );
  }
  if (Array.isArray(value)) return value.map((each) => line(words, field, each, language));
  if (typeof value === 'object') return [line(words, field, value, language)];
  const said = String(value);
  if (field === 'category') return [t(`common:category.${said as 'licence'}`)];
  if (field === 'department' || field === 'departmentCode') return [words.departmentName(said)];
  if (field === 'region' || field === 'regionCode') return [words.regionName(said)];
  if (field === 'level') return [t(`common:level.${said as 'city'}`)];
  if (field === 'status') {
    return [
      t(`status.${said as 'inForce'}`, {
        defaultValue: t(`calendar.status.${said as 'announced'}`, { defaultValue: said }),
      }),
    ];
  }
  if (field === 'handling') return [t(`common:handling.${said as 'instant'}`)];
  if (field === 'serviceFor') return [t(`common:serviceFor.${said as 'both'}`)];
  if (field === 'onlineDepth') return [t(`depth.${said as '1'}`)];
  return [said];
}
