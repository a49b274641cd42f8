/** Pure rules of appointments: which slots there are, and what may become of an appointment. */
package org.sunlit.appointment.rules;
