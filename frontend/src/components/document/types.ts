/** A document as the API gives it; written down again because components don't know the API. */
export interface DocumentView {
  id: string;
  number: string;
  title: string;
  titleEn: string;
  unit: string;
  unitEn?: string | undefined;
  seal: string;
  issuedAt: string;
  issuedOn: string;
  checkCode: string;
  withdrawnBy?: string | undefined;
  addressee?: string | undefined;
  blocks: readonly BlockView[];
}

export interface BlockView {
  kind: 'paragraph' | 'item' | 'fact' | 'ground' | 'remedy' | 'document';
  label?: string | undefined;
  labelEn?: string | undefined;
  text: string;
  textEn?: string | undefined;
}
