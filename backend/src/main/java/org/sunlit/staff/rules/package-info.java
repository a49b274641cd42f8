/** What may be written down of people and posts. Pure. */
package org.sunlit.staff.rules;
