/** When somebody may sign, and what a day comes to. Pure. */
package org.sunlit.attendance.rules;
