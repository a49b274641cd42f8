import type { Account } from '@/api/generated';

const CASE_ROLES: readonly Account['roles'][number][] = [
  'windowClerk',
  'reviewer',
  'approver',
  'townshipClerk',
  'villageAgent',
  'supervisor',
];

/** Whether there are cases for this account to see. The server decides; this only leaves out dead ends. */
export function handlesCases(account: Account): boolean {
  return account.roles.some((role) => CASE_ROLES.includes(role));
}

export function editsCatalogue(account: Account): boolean {
  return account.roles.includes('catalogueEditor') || account.roles.includes('administrator');
}
