/** How much is charged, what of it counts as paid and what is paid back: pure rules. */
package org.sunlit.charge.rules;
