import type { Account } from '@/api/generated';

/** What an account may do, as the server says it (`identity.Permission`). Here it only leaves out dead ends. */
export type Permission =
  | 'cases.read'
  | 'cases.act'
  | 'people.search'
  | 'personalData.unmask'
  | 'personalData.manage'
  | 'confirmations.decide'
  | 'powerList.edit'
  | 'calendar.edit'
  | 'staff.read'
  | 'staff.manage'
  | 'clients.manage'
  | 'ownCases.read'
  | 'ratings.supervise'
  | 'rectifications.answer'
  | 'accessTrail.read'
  | 'appointments.serve'
  | 'attendance.sign'
  | 'attendance.read'
  | 'contests.answer'
  | 'agents.serve'
  | 'carriers.read'
  | 'carriers.manage'
  | 'carriers.review'
  | 'cards.read'
  | 'cards.supervise'
  | 'supervisionReports.read'
  | 'places.read'
  | 'places.manage'
  | 'rooms.inspect'
  | 'dutyRegister.read'
  | 'dutyRegister.keep'
  | 'sealUses.read'
  | 'credit.decide'
  | 'credit.lookUp'
  | 'findings.read'
  | 'reports.handle'
  | 'complaints.read'
  | 'complaints.screen'
  | 'disclosures.read'
  | 'disclosures.draft'
  | 'disclosures.release'
  | 'disclosures.keep'
  | 'inspections.read'
  | 'inspections.keep'
  | 'inspections.answer';

/** Any of them is enough; none asked for is open to whoever is signed in. */
export function mayAny(account: Account, rights: readonly Permission[]): boolean {
  return rights.length === 0 || rights.some((right) => account.permissions.includes(right));
}
