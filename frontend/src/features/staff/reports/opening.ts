import {
  answerReport,
  downloadReportFile,
  getReportDoor,
  listReportRecipients,
  listSealingGaps,
  type ReportFile,
  sealReportsAgain,
} from '@/api/generated';
import {
  type Bytes,
  fromBase64,
  type Keys,
  type NamedFile,
  openFile,
  openWords,
  type Place,
  readers,
  sealAgain,
  sealWords,
  type Words,
} from '@/lib/sealing';

/** A message as this browser opens it. */
export interface Read {
  number: number;
  day: string;
  by?: { name: string; nameEn?: string | undefined };
  words?: Words;
}

function placeOf(report: Pick<ReportFile, 'publicKey'>, number: number, sender?: string): Place {
  return { reporter: fromBase64(report.publicKey), number, byReporter: !sender };
}

/** All that can be opened with these keys; without keys nothing is. */
export async function readAll(report: ReportFile, keys: Keys | undefined): Promise<Read[]> {
  const keyOf = (id: string) => report.keys.find((each) => each.id === id);
  const read = async (said: ReportFile['messages'][number]): Promise<Read> => {
    const by = said.sender ? keyOf(said.sender) : undefined;
    const sealer = keyOf(said.keyBy ?? said.sender ?? '')?.publicKey ?? report.publicKey;
    const words =
      keys && said.key
        ? await openWords(
            said.body,
            said.key,
            placeOf(report, said.number, said.sender),
            fromBase64(sealer),
            keys,
          ).catch(() => undefined)
        : undefined;
    return { number: said.number, day: said.day, ...(by && { by }), ...(words && { words }) };
  };
  return Promise.all(report.messages.map(read));
}

/** Writes to the reporter, for all who can read. */
export async function answer(report: ReportFile, text: string, keys: Keys): Promise<void> {
  const door = (await getReportDoor({ cache: 'no-store', throwOnError: true })).data;
  const place = { reporter: fromBase64(report.publicKey), number: report.next, byReporter: false };
  await answerReport({
    path: { reportId: report.id },
    body: {
      number: report.next,
      words: await sealWords({ text }, place, keys, readers(door.recipients, report.leftOut)),
    },
    throwOnError: true,
  });
}

/** A file that came with a message, opened. */
export async function fetchFile({ id, key, type }: NamedFile): Promise<Blob> {
  const { data } = await downloadReportFile({
    path: { attachmentId: id },
    parseAs: 'blob',
    throwOnError: true,
  });
  const sealed: Bytes = new Uint8Array(await (data as Blob).arrayBuffer());
  return new Blob([await openFile(sealed, key)], { type });
}

/**
 * Lets those read who came later: opens the keys they lack and seals them again, here.
 *
 * @returns how many messages were sealed again
 */
export async function letThemRead(keys: Keys, onCount: (sealed: number) => void): Promise<number> {
  let sealed = 0;
  for (;;) {
    const { data: gaps } = await listSealingGaps({ cache: 'no-store', throwOnError: true });
    if (gaps.length === 0) return sealed;
    const { data: recipients } = await listReportRecipients({
      cache: 'no-store',
      throwOnError: true,
    });
    const keyOf = (id: string | undefined) => recipients.items.find((each) => each.id === id);
    const again = [];
    for (const gap of gaps) {
      const sealer = keyOf(gap.keyBy ?? gap.sender)?.publicKey ?? gap.publicKey;
      const from = {
        key: gap.key,
        digest: gap.digest,
        place: placeOf(gap, gap.number, gap.sender),
        sealer: fromBase64(sealer),
      };
      for (const recipient of gap.recipients) {
        const newcomer = keyOf(recipient);
        // One that doesn't open, as it was sealed wrongly, keeps none of the others shut.
        const key =
          newcomer &&
          (await sealAgain(from, keys, fromBase64(newcomer.publicKey)).catch(() => undefined));
        if (key) again.push({ reportId: gap.reportId, number: gap.number, recipient, key });
      }
    }
    if (again.length === 0) return sealed;
    await sealReportsAgain({ body: { keys: again }, throwOnError: true });
    sealed += new Set(again.map(({ reportId, number }) => `${reportId} ${number}`)).size;
    onCount(sealed);
  }
}
