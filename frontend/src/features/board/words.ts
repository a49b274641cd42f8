import type { BoardEntry, Screen } from '@/api/generated';
import type { Language } from '@/lib/language';

/** The board's few words. It has no i18n library, to stay light. */
export interface Words {
  title: string;
  site: string;
  time: string;
  number: string;
  joint: string;
  takenIn: string;
  item: string;
  step: string;
  state: string;
  submittedToday: string;
  closedToday: string;
  inProgress: string;
  onTime: string;
  live: string;
  polling: string;
  starting: string;
  never: string;
  lost: string;
  empty: string;
  page: (page: number, pages: number) => string;
  demo: string;
  pause: string;
  goOn: string;
  fullScreen: string;
  screens: string;
  screensLead: string;
  wholeCity: string;
  unknown: string;
  toScreens: string;
  home: string;
  failed: string;
  otherLanguage: string;
  kinds: Record<Screen['kind'], string>;
  states: Record<BoardEntry['state'], string>;
}

const chinese: Words = {
  title: '办件实时公开',
  site: '阳光办',
  time: '时间',
  number: '办件编号',
  joint: '联办',
  takenIn: '异地收件',
  item: '事项与部门',
  step: '环节',
  state: '状态',
  submittedToday: '今日收件',
  closedToday: '今日办结',
  inProgress: '正在办理',
  onTime: '近30天按时办结',
  live: '实时',
  polling: '实时',
  starting: '正在连接…',
  never: '网络不通，正在连接…',
  lost: '的状态 · 网络中断，正在重连',
  empty: '还没有办件',
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  demo: '演示：虚构城市，模拟办件',
  pause: '停止翻页',
  goOn: '继续翻页',
  fullScreen: '全屏',
  screens: '电子屏',
  screensLead: '每一块屏幕都实时显示办件办到哪一步。选一块，按“全屏”即可投到大屏。',
  wholeCity: '全市',
  unknown: '没有这块电子屏',
  toScreens: '看全部电子屏',
  home: '回到阳光办首页',
  failed: '暂时取不到电子屏清单，稍后自动重试。',
  otherLanguage: 'English',
  kinds: {
    square: '广场大屏',
    hall: '政务大厅',
    township: '乡镇（街道）',
    village: '村（社区）',
  },
  states: {
    submitted: '已提交',
    inCorrection: '补正中',
    inProgress: '办理中',
    paused: '暂停计时',
    granted: '已办结',
    refused: '不予许可',
    notAccepted: '不予受理',
    withdrawn: '已撤回',
    revoked: '已撤销',
  },
};

const english: Words = {
  title: 'Cases as they happen',
  site: 'Sunlit',
  time: 'Time',
  number: 'Case number',
  joint: 'Joint',
  takenIn: 'taken in at',
  item: 'Service and department',
  step: 'Step',
  state: 'State',
  submittedToday: 'Received today',
  closedToday: 'Closed today',
  inProgress: 'In progress',
  onTime: 'On time, last 30 days',
  live: 'Live',
  polling: 'Live',
  starting: 'Connecting…',
  never: 'No network, connecting…',
  lost: ' · network lost, reconnecting',
  empty: 'No cases yet',
  page: (page, pages) => `Page ${page} of ${pages}`,
  demo: 'Demonstration: invented city, simulated cases',
  pause: 'Stop turning pages',
  goOn: 'Go on turning pages',
  fullScreen: 'Full screen',
  screens: 'Boards',
  screensLead:
    'Every screen shows live how far each case has come. Choose one and press “Full screen” to put it on a wall.',
  wholeCity: 'The whole city',
  unknown: 'There is no such screen',
  toScreens: 'See all screens',
  home: 'Back to Sunlit',
  failed: 'The list of screens can’t be fetched at the moment; it is tried again by itself.',
  otherLanguage: '中文',
  kinds: {
    square: 'Squares',
    hall: 'Service halls',
    township: 'Townships and subdistricts',
    village: 'Villages and communities',
  },
  states: {
    submitted: 'Submitted',
    inCorrection: 'Correction',
    inProgress: 'In progress',
    paused: 'Paused',
    granted: 'Granted',
    refused: 'Refused',
    notAccepted: 'Not accepted',
    withdrawn: 'Withdrawn',
    revoked: 'Revoked',
  },
};

export function wordsIn(language: Language): Words {
  return language === 'en' ? english : chinese;
}

/** 3 分钟前 / 3 minutes ago, down to seconds: on a wall the age of a state is the news. */
export function ageText(milliseconds: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [amount, chineseUnit, englishUnit] =
    seconds < 60
      ? [seconds, '秒', 'second']
      : seconds < 3600
        ? [Math.floor(seconds / 60), '分钟', 'minute']
        : seconds < 86_400
          ? [Math.floor(seconds / 3600), '小时', 'hour']
          : [Math.floor(seconds / 86_400), '天', 'day'];
  return language === 'en'
    ? `As of ${amount} ${englishUnit}${amount === 1 ? '' : 's'} ago`
    : `${amount} ${chineseUnit}前`;
}
