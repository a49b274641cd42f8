/** How the centre counts cases: pure. */
package org.sunlit.supervision.centre.rules;
