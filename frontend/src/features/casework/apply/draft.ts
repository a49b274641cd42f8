import type {
  Applicant,
  Application,
  MaterialRequirement,
  ReuseMaterial,
  TakenOverMaterial,
} from '@/api/generated';
import { type NoticeChoiceForm, toChoice } from '@/lib/noticeChoice';
import { plainIdentityNumber, plainPhone } from '@/lib/person';
import { signedOf } from './promise';
import { references } from './reuse';

/** A file that is already with the city, waiting for its application. */
export interface DraftFile {
  uploadId: string;
  fileName: string;
  size: number;
}

/** An application as it was sent; with an account it may take something over. */
export type Sent = Application & { takenOver?: TakenOverMaterial[] | undefined };

/** What somebody has filled in so far. */
export interface Draft {
  itemCode: string;
  /** Goes with every attempt to send this draft, so that it becomes one case however often it is sent. */
  key: string;
  savedAt: number;
  kind: Applicant['kind'] | undefined;
  name: string;
  identityNumber: string;
  phone: string;
  address: string;
  contactName: string;
  regionCode: string;
  subject: string;
  /** Where to collect the result; absent for the department's window. */
  collectAt?: string | undefined;
  files: Record<string, DraftFile[]>;
  /** What is taken over instead of being handed in, by material; only with an account. */
  takenOver?: Record<string, ReuseMaterial> | undefined;
  /** How to tell them; absent while it is as usual. */
  notices?: NoticeChoiceForm | undefined;
  /** Codes of materials promised to come late. */
  late?: string[] | undefined;
  /** Whether the item's conditions are promised instead of proven. */
  conditions?: boolean | undefined;
  /** The name under the promise, and the version of the text that was read. */
  signedName?: string | undefined;
  promiseVersion?: string | undefined;
  /** Sent, but no answer came: one of these may have arrived. */
  sent?: Sent[] | undefined;
}

export type DraftText =
  'name' | 'identityNumber' | 'phone' | 'address' | 'contactName' | 'regionCode' | 'subject';

/** As long as an upload waits for its application. */
export const DRAFT_LIFE = 24 * 3_600_000;

export function emptyDraft(itemCode: string, key: string, now: number): Draft {
  return {
    itemCode,
    key,
    savedAt: now,
    kind: undefined,
    name: '',
    identityNumber: '',
    phone: '',
    address: '',
    contactName: '',
    regionCode: '',
    subject: '',
    files: {},
  };
}

const place = (itemCode: string) => `sunlit.draft.${itemCode}`;

/**
 * Drafts live in the tab's own storage: they survive a reload and a dropped network, no other tab
 * sees them, and they end with the tab. Without storage the page works, only without that.
 */
export function keepDraft(draft: Draft, storage: Storage | undefined): void {
  try {
    storage?.setItem(place(draft.itemCode), JSON.stringify(draft));
  } catch {
    // Full or switched off; the draft is still on the page.
  }
}

export function keptDraft(
  itemCode: string,
  storage: Storage | undefined,
  now: number,
): Draft | undefined {
  try {
    const text = storage?.getItem(place(itemCode));
    if (!text) return undefined;
    const draft = JSON.parse(text) as Draft;
    if (
      draft.itemCode === itemCode &&
      typeof draft.key === 'string' &&
      now - draft.savedAt < DRAFT_LIFE
    ) {
      return draft;
    }
    storage?.removeItem(place(itemCode));
  } catch {
    // Not readable: begin afresh.
  }
  return undefined;
}

/** Leaves nothing of it behind. */
export function dropDraft(itemCode: string, storage: Storage | undefined): void {
  try {
    storage?.removeItem(place(itemCode));
  } catch {
    // There is no storage, so there is nothing in it.
  }
}

export function hasContent(draft: Draft): boolean {
  const texts: DraftText[] = [
    'name',
    'identityNumber',
    'phone',
    'address',
    'contactName',
    'subject',
  ];
  return (
    texts.some((text) => draft[text] !== '') ||
    Object.keys(draft.files).length > 0 ||
    Object.keys(draft.takenOver ?? {}).length > 0
  );
}

/** The draft as the contract wants it; what was left empty is left out. */
export function toApplication(draft: Draft, materials: readonly MaterialRequirement[] = []): Sent {
  const person = draft.kind === 'person';
  const given = (text: string) => text.trim() || undefined;
  const applicant: Applicant = {
    kind: draft.kind ?? 'person',
    name: draft.name.trim(),
    phone: plainPhone(draft.phone),
    identityNumber: plainIdentityNumber(draft.identityNumber) || undefined,
    address: given(draft.address),
    contactName: person ? undefined : given(draft.contactName),
  };
  return {
    itemCode: draft.itemCode,
    regionCode: draft.regionCode || undefined,
    applicant,
    subject: given(draft.subject),
    collectAt: draft.collectAt,
    materials: Object.entries(draft.files).flatMap(([code, files]) =>
      files.map((file) => ({ code, uploadId: file.uploadId })),
    ),
    notices: draft.notices && toChoice(draft.notices),
    promise: signedOf(draft, materials),
    takenOver: references(draft),
  };
}

/** Whether something has been handed in or taken over for it. */
export function isProvided(draft: Draft, code: string): boolean {
  return (draft.files[code]?.length ?? 0) > 0 || draft.takenOver?.[code] !== undefined;
}

/** What has to come with an online application; the rest can be late or is the city's to fetch. */
export function isNeeded(material: MaterialRequirement): boolean {
  return material.required && !material.deferrable && material.source === 'applicant';
}
