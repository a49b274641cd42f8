/** Both codes of a project. */
export interface Ticket {
  projectCode: string;
  trackingCode: string;
}

/** They stand in the fragment, which browsers keep to themselves. */
export function fromFragment(hash: string): Ticket | undefined {
  const [projectCode, trackingCode] = decodeURIComponent(hash.replace(/^#/, '')).split('/');
  return projectCode && trackingCode ? { projectCode, trackingCode } : undefined;
}

/** The page of whoever holds both; that of everybody when there is only the project's. */
export function pageOf(projectCode: string, trackingCode: string): string {
  return trackingCode
    ? `/projects/track#${encodeURIComponent(projectCode)}/${encodeURIComponent(trackingCode)}`
    : `/projects/${encodeURIComponent(projectCode)}`;
}
