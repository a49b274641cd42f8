/** The facts of a case, and the figures that follow from them. Pure. */
package org.sunlit.supervision.work.rules;
