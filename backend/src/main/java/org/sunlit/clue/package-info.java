/**
 * Clues of misconduct (问题线索, I5 to I7): one pool for what comes from everywhere, handled by three
 * persons from dispatch to decision, and what is made public of it. Nothing of a clue is in the
 * journal, and nothing of it leaves the room but through what was written to be told.
 */
package org.sunlit.clue;
