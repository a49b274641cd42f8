/**
 * Signing in at the city's unified identity provider 统一身份认证 (OpenID Connect), where there is one.
 */
package org.sunlit.identity.unified;
