/**
 * Who may: accounts in posts with roles, and how they sign in.
 *
 * <p>Imports no feature. Services are handed an {@link org.sunlit.identity.Actor}; only resources
 * ask {@link org.sunlit.identity.CurrentActor} who it is.
 */
package org.sunlit.identity;
