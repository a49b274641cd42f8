import {
  fileReport,
  getReportDoor,
  openReport,
  type ReportConversation,
  type ReportDoor,
  sendReportFile,
  writeToReport,
} from '@/api/generated';
import {
  fromBase64,
  type Keys,
  newReceipt,
  type NamedFile,
  openWords,
  type Prepared,
  readers,
  sealFile,
  sealWords,
  toBase64,
  unfold,
  type Words,
  work,
} from '@/lib/sealing';

/** Without cookies, and nothing of it is kept by the browser. */
const SILENT = { credentials: 'omit', cache: 'no-store', throwOnError: true } as const;

export async function theDoor(): Promise<ReportDoor> {
  return (await getReportDoor(SILENT)).data;
}

async function worked(door: ReportDoor) {
  return work(door.work);
}

async function sendFiles(files: readonly Prepared[]): Promise<NamedFile[]> {
  const sent: NamedFile[] = [];
  for (const { name, type, content } of files) {
    const { sealed, key } = await sealFile(content);
    const done = await worked(await theDoor());
    const file = new Blob([sealed]);
    const { data } = await sendReportFile({ ...SILENT, body: { ...done, file } });
    sent.push({ id: data.id, name, type, key });
  }
  return sent;
}

function withFiles(words: Words, files: readonly NamedFile[]): Words {
  return files.length > 0 ? { ...words, files: [...files] } : words;
}

/** A report that is sealed, to be sent as often as it takes: its mailbox makes it one. */
export interface SealedReport {
  receipt: string;
  send: () => Promise<void>;
}

/**
 * Seals a report to all recipients but those left out, to whom it will never be given.
 */
export async function sealReport(
  words: Words,
  files: readonly Prepared[],
  leaveOut: readonly string[],
): Promise<SealedReport> {
  const receipt = newReceipt();
  const { mailbox, keys } = await unfold(receipt);
  const sent = await sendFiles(files);
  const { recipients } = await theDoor();
  const place = { reporter: keys.publicKey, number: 1, byReporter: true };
  const body = {
    mailbox: toBase64(mailbox),
    publicKey: toBase64(keys.publicKey),
    words: await sealWords(withFiles(words, sent), place, keys, readers(recipients, leaveOut)),
    leaveOut: [...leaveOut],
    attachments: sent.map(({ id }) => id),
  };
  return {
    receipt,
    send: async () => {
      await fileReport({ ...SILENT, body: { ...body, work: await worked(await theDoor()) } });
    },
  };
}

/** A message as its reader sees it; without words where it can't be opened. */
export interface Said {
  number: number;
  day: string;
  /** The recipient who wrote it; absent for the reporter. */
  by?: { name: string; nameEn?: string | undefined };
  words?: Words;
}

/** A conversation that a receipt has opened. */
export interface Opened {
  state: ReportConversation['state'];
  filedOn: string;
  destroyedOn?: string | undefined;
  said: Said[];
  filesAtMost: number;
  write: (words: Words, files: readonly Prepared[]) => Promise<Opened>;
}

async function opened(
  conversation: ReportConversation,
  { mailbox, keys, filesAtMost }: { mailbox: string; keys: Keys; filesAtMost: number },
): Promise<Opened> {
  const said = await Promise.all(
    conversation.messages.map(async ({ number, sender, day, body, key }): Promise<Said> => {
      const by = conversation.keys.find(({ id }) => id === sender);
      const sealer = by ? fromBase64(by.publicKey) : keys.publicKey;
      const place = { reporter: keys.publicKey, number, byReporter: !sender };
      const words = await openWords(body, key, place, sealer, keys).catch(() => undefined);
      return { number, day, ...(by && { by }), ...(words && { words }) };
    }),
  );
  return {
    state: conversation.state,
    filedOn: conversation.filedOn,
    destroyedOn: conversation.destroyedOn,
    said,
    filesAtMost,
    write: async (words, files) => {
      const sent = await sendFiles(files);
      const door = await theDoor();
      const place = { reporter: keys.publicKey, number: conversation.next, byReporter: true };
      const { data } = await writeToReport({
        ...SILENT,
        body: {
          mailbox,
          number: conversation.next,
          words: await sealWords(
            withFiles(words, sent),
            place,
            keys,
            readers(door.recipients, conversation.leftOut),
          ),
          attachments: sent.map(({ id }) => id),
          work: await worked(door),
        },
      });
      return opened(data, { mailbox, keys, filesAtMost: door.filesAtMost });
    },
  };
}

/** Comes back with a receipt. */
export async function openWith(receipt: string): Promise<Opened> {
  const { mailbox, keys } = await unfold(receipt);
  const door = await theDoor();
  const body = { mailbox: toBase64(mailbox), work: await worked(door) };
  const { data } = await openReport({ ...SILENT, body });
  return opened(data, { mailbox: body.mailbox, keys, filesAtMost: door.filesAtMost });
}
