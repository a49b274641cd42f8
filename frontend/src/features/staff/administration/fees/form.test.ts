import { describe, expect, it } from 'vitest';
import { BLANK, cleaned } from './form';

describe('a fee standard as it is sent', () => {
  it('says nothing its tariff has no use for', () => {
    const { fee } = cleaned({
      effectiveFrom: '2026-01-01',
      fee: {
        ...BLANK,
        nameEn: '',
        items: [' MAR-LIC-01 ', ''],
        statusBasis: '财税〔2020〕1号',
        savedFenPerYear: 100,
        tariff: {
          kind: 'fixed',
          amountFen: 1200,
          measures: [{ name: '平方米' }],
          brackets: [{ upTo: '10', amountFen: 1, perUnitFen: 0 }],
        },
      },
    });
    expect(fee.tariff).toEqual({ kind: 'fixed', amountFen: 1200, measures: [], brackets: [] });
    expect(fee.items).toEqual(['MAR-LIC-01']);
    expect(fee).not.toHaveProperty('nameEn');
    expect(fee).not.toHaveProperty('statusBasis');
    expect(fee).not.toHaveProperty('savedFenPerYear');
  });
  it('keeps the brackets of a progressive one, the last without an end', () => {
    const { fee } = cleaned({
      effectiveFrom: '2026-01-01',
      fee: {
        ...BLANK,
        status: 'suspended',
        statusBasis: '财税〔2020〕1号',
        tariff: {
          kind: 'progressive',
          amountFen: 5,
          measures: [{ name: '元', nameEn: '' }],
          brackets: [
            { upTo: '1000', amountFen: 0, perUnitFen: 5 },
            { upTo: '', amountFen: 0, perUnitFen: 3 },
          ],
        },
      },
    });
    expect(fee.tariff).toEqual({
      kind: 'progressive',
      measures: [{ name: '元' }],
      brackets: [
        { upTo: '1000', amountFen: 0, perUnitFen: 5 },
        { amountFen: 0, perUnitFen: 3 },
      ],
    });
    expect(fee.statusBasis).toBe('财税〔2020〕1号');
  });
});
