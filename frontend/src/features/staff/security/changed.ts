/** Something about the account's factors has changed: what to say, and codes to show once. */
export type OnChanged = (text: string, codes?: readonly string[]) => void;
