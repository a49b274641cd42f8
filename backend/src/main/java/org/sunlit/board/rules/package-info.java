/** How carriers are, and what screens play when: pure. */
package org.sunlit.board.rules;
