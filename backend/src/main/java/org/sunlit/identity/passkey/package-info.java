/** Passkeys 通行密钥 (WebAuthn Level 3): keys of a device that sign in by themselves. */
package org.sunlit.identity.passkey;
