/**
 * Guessing is slow, and nobody can shut somebody else out: failures are counted by account and
 * where they come from (ADR 0075).
 */
package org.sunlit.identity.attempt;
