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
  | 'accessTrail.read';

const HANDLERS = ['windowClerk', 'reviewer', 'approver', 'townshipClerk', 'villageAgent'];

/** What the roles said before the server told permissions. */
function byRole({ roles }: Account): readonly string[] {
  return roles.flatMap((role) => {
    if (HANDLERS.includes(role)) return ['cases.read', 'cases.act'];
    if (role === 'supervisor') return ['cases.read'];
    if (role === 'catalogueEditor') return ['powerList.edit'];
    return ['powerList.edit', 'calendar.edit', 'staff.read', 'staff.manage', 'clients.manage'];
  });
}

/** Any of them is enough; none asked for is open to whoever is signed in. */
export function mayAny(account: Account, rights: readonly Permission[]): boolean {
  const held: readonly string[] = account.permissions?.length
    ? account.permissions
    : byRole(account);
  return rights.length === 0 || rights.some((right) => held.includes(right));
}
