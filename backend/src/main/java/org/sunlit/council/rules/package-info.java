/** Who is a member and until when, and what becomes of what members write: pure. */
package org.sunlit.council.rules;
