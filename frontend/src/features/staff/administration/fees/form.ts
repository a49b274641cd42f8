import type { FeeForm, FeeProposal } from '@/api/generated';

/** A fee standard nobody has said anything about. */
export const BLANK: FeeForm = {
  name: '',
  departmentCode: '',
  items: [],
  status: 'inForce',
  basis: '',
  tariff: { kind: 'fixed', measures: [], brackets: [] },
  exemptions: [],
  optional: false,
};

/** Without what is empty, and without what its kind of tariff has no use for. */
export function cleaned({ effectiveFrom, fee }: FeeProposal): FeeProposal {
  const { nameEn, statusBasis, savedFenPerYear, tariff, ...said } = fee;
  const { kind, amountFen, measures, brackets, ...bounds } = tariff;
  const simple = kind === 'fixed' || kind === 'perUnit';
  return {
    effectiveFrom,
    fee: {
      ...said,
      ...(nameEn && { nameEn }),
      ...(fee.status !== 'inForce' && statusBasis && { statusBasis }),
      ...(fee.status !== 'inForce' && savedFenPerYear !== undefined && { savedFenPerYear }),
      items: (fee.items ?? []).map((code) => code.trim()).filter(Boolean),
      tariff: {
        kind,
        ...bounds,
        ...(simple && amountFen !== undefined && { amountFen }),
        measures: kind === 'fixed' ? [] : (measures ?? []).map(named),
        brackets: simple
          ? []
          : (brackets ?? []).map(({ upTo, ...bracket }) => ({
              ...bracket,
              ...(upTo?.trim() && { upTo: upTo.trim() }),
            })),
      },
      exemptions: (fee.exemptions ?? []).map(named),
    },
  };
}

function named<T extends { nameEn?: string | undefined }>({ nameEn, ...rest }: T) {
  return { ...rest, ...(nameEn && { nameEn }) };
}
