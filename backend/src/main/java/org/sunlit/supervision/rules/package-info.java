/** The rules of supervision and the picture of a case that they look at. Pure. */
package org.sunlit.supervision.rules;
