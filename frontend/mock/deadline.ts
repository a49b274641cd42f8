// The counting of days, without the holidays the real calendar knows.
/* eslint-disable @typescript-eslint/no-explicit-any */
export const DAY = 86_400_000;
export const iso = (time: number) =>
  new Date(time + 8 * 3_600_000).toISOString().replace(/\.\d+Z/, '+08:00');
export const date = (time: number) => iso(time).slice(0, 10);

function deadline(startedAt: number, amount: number, pausedAt?: number, stoppedAt?: number): any {
  const entries: any[] = [{ date: date(startedAt), counted: false, reason: 'eventDay' }];
  let counted = 0;
  for (let day = 1; counted < amount && day < 120; day++) {
    const at = startedAt + day * DAY;
    const weekday = new Date(at + 8 * 3_600_000).getUTCDay();
    if (weekday === 0 || weekday === 6) {
      entries.push({ date: date(at), counted: false, reason: 'weekend' });
    } else {
      counted += 1;
      entries.push({ date: date(at), counted: true, number: counted, reason: 'workingDay' });
    }
  }
  const due = entries.at(-1)!.date;
  const basis = [
    {
      law: '中华人民共和国行政许可法',
      lawEn: 'Administrative Licence Law',
      article: '第八十二条',
      articleEn: 'art. 82',
      text: '本法规定的行政机关实施行政许可的期限以工作日计算，不含法定节假日。',
      textEn: 'Limits under this law are counted in working days, without statutory holidays.',
    },
  ];
  const common = {
    limit: { amount, unit: 'workingDays' },
    startedAt: iso(startedAt),
    provisional: false,
    basis,
  };
  if (pausedAt) {
    return { ...common, state: 'paused', unitsLeft: 3, entries: entries.slice(0, 4) };
  }
  if (stoppedAt) {
    const done = { stoppedAt: iso(stoppedAt), late: false, dueDate: due };
    return { ...common, state: 'stopped', ...done, dueAt: `${due}T23:59:59+08:00`, entries };
  }
  return { ...common, state: 'running', dueDate: due, dueAt: `${due}T23:59:59+08:00`, entries };
}

export function limits(file: any) {
  const promised = file.item.promisedLimit?.amount ?? 5;
  if (file.state === 'inCorrection') return undefined;
  const ended = ['granted', 'refused', 'notAccepted', 'withdrawn'].includes(file.state);
  if (!file.acceptedAt)
    return deadline(file.submittedAt, 5, undefined, ended ? file.at : undefined);
  return deadline(
    file.acceptedAt,
    promised,
    file.state === 'paused' ? file.at : undefined,
    ended ? file.at : undefined,
  );
}
