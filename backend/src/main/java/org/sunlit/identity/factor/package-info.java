/**
 * What somebody proves besides a password who they are with: codes of an authenticator app,
 * recovery codes, passkeys. Knows accounts by their name only.
 */
package org.sunlit.identity.factor;
