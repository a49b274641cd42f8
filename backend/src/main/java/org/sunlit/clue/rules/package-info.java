/** Pure rules of clues: what may be done when and by whom, by when, and what the acts come to. */
package org.sunlit.clue.rules;
