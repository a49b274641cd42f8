import type { CreateClientConfig } from './generated/client.gen';
import { accessToken } from './session';

/** Same origin as the page; the development server passes /api on. */
export const createClientConfig: CreateClientConfig = (config) => ({
  ...config,
  baseUrl: '',
  // Sent only where the contract asks for it.
  auth: () => accessToken() ?? undefined,
});
