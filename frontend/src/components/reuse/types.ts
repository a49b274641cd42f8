/** What can be taken over, as the API gives it; written down again because components don't know the API. */
export interface SourceView {
  caseNumber: string;
  itemName: string;
  itemNameEn?: string | undefined;
  submittedAt: string;
}

export interface DocumentView {
  number: string;
  title: string;
  titleEn: string;
  unit: string;
  unitEn?: string | undefined;
  issuedAt: string;
}

/** A decision or a file the city has. */
export interface OfferView {
  source: SourceView;
  document?: DocumentView | undefined;
  fileName?: string | undefined;
}
