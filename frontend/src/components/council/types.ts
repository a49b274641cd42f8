/** What the contract says of members, topics and documents, as far as it is shown here. */
export type MemberKind = 'supervisor' | 'enterprise' | 'projectOwner';
export type TopicState =
  'pending' | 'open' | 'asked' | 'answered' | 'closed' | 'refused' | 'withdrawn';
export type Moderation = 'waiting' | 'shown' | 'refused' | 'takenDown' | 'withdrawn';

export interface AttachedFile {
  id: string;
  fileName: string;
  size: number;
}

export interface Writer {
  name: string;
  kind?: MemberKind;
  organisation?: string;
}

export interface Contribution {
  number: number;
  author: Writer;
  at: string;
  words?: string;
  moderation: Moderation;
  reason?: string;
  files: readonly AttachedFile[];
}

export interface Answered {
  answer?: {
    department: { name: string; nameEn?: string };
    at: string;
    words: string;
    files: readonly AttachedFile[];
    late: boolean;
  };
}

export interface SentDocument {
  number: string;
  fromOffice: boolean;
  from?: string;
  title: string;
  words: string;
  sentAt: string;
  files: readonly AttachedFile[];
  recipients: number;
  received: number;
}
