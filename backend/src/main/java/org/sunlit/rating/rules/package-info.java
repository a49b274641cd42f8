/** The rules of ratings: pure, with everything they need in their arguments. */
package org.sunlit.rating.rules;
