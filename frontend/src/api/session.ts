let token: string | null = null;

/** The staff's access token; kept in memory only, so no script of another page can find it. */
export function accessToken(): string | null {
  return token;
}

export function setAccessToken(next: string | null): void {
  token = next;
}
