import { describe, expect, it } from 'vitest';
import { bodyOf, EMPTY, faultsOf, type Filled } from './form';
import { fromFragment, pageOf } from './ticket';

const FILLED: Filled = {
  ...EMPTY,
  name: '智能装备产业园',
  site: '科创大道',
  scale: '厂房四栋',
  investment: '1250.5',
  applicantName: ' 晴川云帆智能装备有限公司 ',
  creditCode: '91990100 ma3unlt004',
  phone: '138 0013 8000',
};

describe('a registration', () => {
  it('says everything that is missing at once', () => {
    expect(faultsOf(EMPTY).map((fault) => fault.field)).toEqual([
      'name',
      'site',
      'scale',
      'applicantName',
      'creditCode',
      'phone',
    ]);
    expect(faultsOf(FILLED)).toEqual([]);
  });

  it('lets no number of a person into the public name, and no word into the investment', () => {
    expect(faultsOf({ ...FILLED, name: '联系13800138000', investment: '一千' })).toEqual([
      { field: 'name', text: 'namePersonal' },
      { field: 'investment', text: 'investment' },
    ]);
  });

  it('sends money in fen and leaves out what was not said', () => {
    expect(bodyOf('enterprise-building', FILLED)).toEqual({
      pathCode: 'enterprise-building',
      name: '智能装备产业园',
      site: '科创大道',
      scale: '厂房四栋',
      investmentFen: 1_250_500_000,
      applicant: {
        kind: 'organisation',
        name: '晴川云帆智能装备有限公司',
        identityNumber: '91990100MA3UNLT004',
        phone: '13800138000',
      },
    });
  });
});

describe('the codes of a project', () => {
  it('lead to its applicant’s page when both are there, and are read from it', () => {
    const page = pageOf('2611-990100-04-01-481926', '7K3QX-9FMZT');
    expect(fromFragment(page.slice(page.indexOf('#')))).toEqual({
      projectCode: '2611-990100-04-01-481926',
      trackingCode: '7K3QX-9FMZT',
    });
    expect(pageOf('2611-990100-04-01-481926', '')).toBe('/projects/2611-990100-04-01-481926');
    expect(fromFragment('#2611-990100-04-01-481926')).toBeUndefined();
  });
});
