/**
 * What went wrong, said so that a reader can do something about it: problem details (RFC 9457) in
 * the reader's language, for everything that can fail between the network and a service.
 */
package org.sunlit.problem;
